// `npm run icons` draws the weather icons of the watch client and their contact sheet; `-- --check` only compares.
import { writeOrCheck } from '../support/generated-files.js';
import { contactSheet } from './contact-sheet.js';
import { iconFiles, iconIndex } from './icons.js';

const FOLDER = 'packages/watch-client/icons';

writeOrCheck(
  {
    ...Object.fromEntries(
      Object.entries(iconFiles()).map(([file, svg]) => [`${FOLDER}/${file}`, svg]),
    ),
    [`${FOLDER}/index.json`]: `${JSON.stringify(iconIndex(), null, 2)}\n`,
    [`${FOLDER}/contact-sheet.svg`]: contactSheet(),
  },
  { source: 'tools/icons', command: 'npm run icons' },
);

// `npm run pictures` draws docs/*.svg from code, so that a changed picture has a readable diff; `-- --check` only compares.
import { readFileSync } from 'node:fs';
import { writeOrCheck } from '../support/generated-files.js';
import { drawArchitecture } from './architecture.js';
import { drawBadHour } from './bad-hour/draw-bad-hour.js';
import type { HourRecord } from './bad-hour/hour-record.js';
import { drawReadThrough } from './read-through.js';
import { drawTwoPods } from './two-pods.js';

const hour = JSON.parse(readFileSync('docs/bad-hour.json', 'utf8')) as HourRecord;

writeOrCheck(
  {
    'docs/architecture.svg': drawArchitecture(),
    'docs/read-through.svg': drawReadThrough(),
    'docs/two-pods.svg': drawTwoPods(),
    'docs/bad-hour.svg': drawBadHour(hour),
  },
  { source: 'tools/pictures', command: 'npm run pictures' },
);

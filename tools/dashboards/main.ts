// `npm run dashboards` writes the chart's dashboards from apps/board; `-- --check` only compares.
import { createBoard } from '../../apps/board/board.js';
import { writeOrCheck } from '../support/generated-files.js';

writeOrCheck(
  { 'helm/mfapi/dashboards/mfapi.json': `${JSON.stringify(createBoard(), null, 2)}\n` },
  { source: 'apps/board', command: 'npm run dashboards' },
);

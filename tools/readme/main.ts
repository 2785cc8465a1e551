// `npm run readme` writes the measured figures of README.md, between its markers, from the files that the measuring
// commands wrote; `-- --check` only compares.
import { readFileSync } from 'node:fs';
import { writeOrCheck } from '../support/generated-files.js';
import { glanceExample, promiseTable } from './figures.js';
import { fillMarkers } from './fill-markers.js';

const read = (file: string): string => readFileSync(file, 'utf8');

writeOrCheck(
  {
    'README.md': fillMarkers(read('README.md'), {
      glance: glanceExample(read('docs/contract/glance-vectors.json')),
      promises: promiseTable({
        golden: read('test/golden/scenarios.ts'),
        fleet: read('docs/fleet.md'),
        chaos: read('docs/chaos.md'),
      }),
    }),
  },
  { source: 'the measured figures', command: 'npm run readme' },
);

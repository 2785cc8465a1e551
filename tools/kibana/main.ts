// `npm run kibana` writes docs/kibana: saved objects of Kibana, and the index template of our log for
// Elasticsearch; `-- --check` only compares.
import { writeOrCheck } from '../support/generated-files.js';
import { savedObjects } from './boards.js';
import { mappings } from './fields.js';
import { LOGS } from './objects.js';

/** User ids beside positions are not kept longer than needed. */
const RETENTION = '30d';

writeOrCheck(
  {
    'docs/kibana/mfapi.ndjson': savedObjects()
      .map((object) => `${JSON.stringify(object)}\n`)
      .join(''),
    'docs/kibana/index-template.json': `${JSON.stringify(indexTemplate(), null, 2)}\n`,
  },
  { source: 'tools/kibana', command: 'npm run kibana' },
);

function indexTemplate() {
  return {
    index_patterns: [LOGS],
    // Above Elasticsearch's own template for `logs-*-*`.
    priority: 200,
    data_stream: {},
    template: { lifecycle: { data_retention: RETENTION }, mappings: mappings() },
    _meta: { description: 'The log of Meteo French API, in Elastic Common Schema' },
  };
}

// `npm run kibana` writes docs/kibana: saved objects of Kibana, and how Elasticsearch is to index our log;
// `--check` compares only.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { boards } from './kibana/boards.mjs';
import { mappings } from './kibana/fields.mjs';
import { LOGS } from './kibana/objects.mjs';

const KEPT_FOR = '30d';
const checking = process.argv.includes('--check');

const generated = {
  'mfapi.ndjson': boards()
    .map((object) => `${JSON.stringify(object)}\n`)
    .join(''),
  'index-template.json': `${JSON.stringify(indexTemplate(), null, 2)}\n`,
};
for (const [name, text] of Object.entries(generated)) {
  const file = new URL(`../docs/kibana/${name}`, import.meta.url);
  if (!checking) {
    writeFileSync(file, text);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    console.error(`docs/kibana/${name} differs from scripts/kibana: run \`npm run kibana\`.`);
    process.exitCode = 1;
  }
}

/** Users beside their whereabouts are not kept for longer than somebody looks at them. */
function indexTemplate() {
  return {
    index_patterns: [LOGS],
    // Above the template that Elasticsearch has for all of `logs-*-*`.
    priority: 200,
    data_stream: {},
    template: { lifecycle: { data_retention: KEPT_FOR }, mappings: mappings() },
    _meta: { description: 'The log of Meteo French API, in Elastic Common Schema' },
  };
}

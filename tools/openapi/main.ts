// `npm run openapi` writes openapi.yaml and the glance in CDDL from the code; the types and the conditions of the watch client from the former, and its C header from the latter;
// `-- --check` only compares. Opens no port.
import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { createLogger } from '@app/observability/create-logger.js';
import { loadConfig } from '../../src/config/config.js';
import { createApp } from '../../src/create-app.js';
import { yamlOf } from '../../src/docs/yaml-of.js';
import { createOpenApiDocument } from '../../src/openapi.js';
import { CONDITION_NUMBERS } from '../../src/weather/glance/condition-number.js';
import { decoderTables } from './c/decoder-tables.js';
import { glanceHeader } from './c/glance-header.js';
import { readCddl } from './c/read-cddl.js';
import { glanceCddl } from './glance-cddl.js';
import { writeOrCheck } from '../support/generated-files.js';

const contract = await contractOfApp();
const cddl = glanceCddl();
writeOrCheck(
  {
    'openapi.yaml': contract,
    'docs/contract/glance.cddl': cddl,
    'packages/watch-client/c/mfapi_glance.h': glanceHeader(readCddl(cddl), CONDITION_NUMBERS),
    'packages/watch-client/c/mfapi_glance_fields.h': decoderTables(readCddl(cddl)),
    'packages/watch-client/request/openapi.ts': await typesOf(contract),
    'packages/watch-client/conditions/conditions.ts': await conditionsOf(CONDITION_NUMBERS),
  },
  { source: 'the code', command: 'npm run openapi' },
);

async function contractOfApp(): Promise<string> {
  const logger = createLogger({
    form: 'text',
    level: 'error',
    service: { name: 'openapi', version: '0' },
    environment: 'dev',
    labels: {},
  });
  const config = loadConfig({ OIDC_ISSUER: 'https://issuer.invalid', ACCWEA_TOKEN: 'none' });
  const app = await createApp(config, logger);
  const text = yamlOf(createOpenApiDocument(app));
  await app.close();
  return text;
}

async function typesOf(openapi: string): Promise<string> {
  const types = astToString(await openapiTS(openapi, { immutable: true }));
  return `// Generated from openapi.yaml by \`npm run openapi\`; do not edit.\n${types}`;
}

/** Their numbers are permanent and have no gaps, so that the index in a list is the number. */
async function conditionsOf(numbers: Readonly<Record<string, number>>): Promise<string> {
  const names = Object.keys(numbers).toSorted((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
  if (names.some((name, index) => numbers[name] !== index)) {
    throw new Error('the condition numbers have a gap or a duplicate');
  }
  const text = `// Generated from src/weather/glance/condition-number.ts by \`npm run openapi\`; do not edit.
/** The weather conditions of the service; the index of each is its number in a glance. */
export const CONDITIONS = ${JSON.stringify(names)} as const;`;
  return format(text, { ...(await resolveConfig('package.json')), parser: 'typescript' });
}

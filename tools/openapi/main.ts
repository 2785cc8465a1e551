// `npm run openapi` writes openapi.yaml from the code, and from that the types of the watch client;
// `-- --check` only compares. Opens no port.
import openapiTS, { astToString } from 'openapi-typescript';
import { createLogger } from '@app/observability/create-logger.js';
import { loadConfig } from '../../src/config/config.js';
import { createApp } from '../../src/create-app.js';
import { yamlOf } from '../../src/docs/yaml-of.js';
import { createOpenApiDocument } from '../../src/openapi.js';
import { writeOrCheck } from '../support/generated-files.js';

const contract = await contractOfApp();
writeOrCheck(
  {
    'openapi.yaml': contract,
    'packages/watch-client/request/openapi.ts': await typesOf(contract),
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

// `npm run openapi` writes openapi.yaml from the code; `--check` compares only. Opens no port.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { build, ensureInstalled } from './ready.mjs';

const FILE = new URL('../openapi.yaml', import.meta.url);
const checking = process.argv.includes('--check');

if (!checking) {
  ensureInstalled();
  build();
}
const described = await describe();
if (!checking) {
  writeFileSync(FILE, described);
} else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== described) {
  console.error('openapi.yaml differs from the code: run `npm run openapi` and commit the file.');
  process.exit(1);
}

async function describe() {
  const { stringify } = await import('yaml');
  const { loadConfig } = await compiled('src/config/config');
  const { createApp } = await compiled('src/create-app');
  const { createOpenApiDocument } = await compiled('src/openapi');
  const { createLogger } = await compiled('libs/observability/create-logger');
  const logger = createLogger({
    form: 'text',
    level: 'error',
    service: { name: 'openapi', version: '0' },
    environment: 'dev',
    labels: {},
  });
  const config = loadConfig({ OIDC_ISSUER: 'https://issuer.invalid', ACCWEA_TOKEN: 'none' });
  const app = await createApp(config, logger);
  const text = stringify(createOpenApiDocument(app), {
    aliasDuplicateObjects: false,
    lineWidth: 100,
  });
  await app.close();
  return text;
}

function compiled(file) {
  return import(new URL(`../dist/${file}.js`, import.meta.url));
}

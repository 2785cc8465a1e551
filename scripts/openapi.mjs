// `npm run openapi` writes openapi.yaml from the code, and the watch client's types from that;
// `--check` compares only. Opens no port.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { build, ensureInstalled } from './ready.mjs';

const CONTRACT = 'openapi.yaml';
const TYPES = 'packages/watch-client/questions/openapi.ts';
const checking = process.argv.includes('--check');

if (!checking) {
  ensureInstalled();
  build();
}
const contract = await describe();
const generated = { [CONTRACT]: contract, [TYPES]: await typesOf(contract) };
for (const [name, text] of Object.entries(generated)) {
  const file = new URL(`../${name}`, import.meta.url);
  if (!checking) {
    writeFileSync(file, text);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    console.error(`${name} differs from the code: run \`npm run openapi\` and commit the file.`);
    process.exitCode = 1;
  }
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

async function typesOf(contract) {
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const types = astToString(await openapiTS(contract, { immutable: true }));
  return `// Generated from openapi.yaml by \`npm run openapi\`; do not edit.\n${types}`;
}

function compiled(file) {
  return import(new URL(`../dist/${file}.js`, import.meta.url));
}

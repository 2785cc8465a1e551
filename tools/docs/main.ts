// `npm run docs` builds the site of the documentation into .dev/docs/site; `-- --serve` also serves it.
// `-- --repository URL` is where links to source files lead, such as https://github.com/owner/name/blob/main.
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { NPM, runOrExit } from '../support/commands.js';
import { SITE, stageSite } from './stage-site.js';

/** The used part of VitePress. */
interface VitePress {
  readonly build: (root: string) => Promise<void>;
  readonly serve: (options: { root: string; port: number }) => Promise<void>;
}

const OWN = ['package.json', 'package-lock.json'];
const VITEPRESS = join(SITE, 'node_modules/vitepress/dist/node/index.js');
const PORT = 4030;

const { values } = parseArgs({
  options: { serve: { type: 'boolean', default: false }, repository: { type: 'string' } },
});
if (!isInstalled()) install();
stageSite(values.repository);
const { build, serve } = (await import(pathToFileURL(resolve(VITEPRESS)).href)) as VitePress;
await build(SITE);
console.log(`docs: ${SITE}/site`);
if (values.serve) await serve({ root: SITE, port: PORT });

function isInstalled(): boolean {
  return (
    existsSync(VITEPRESS) && OWN.every((file) => textOf(SITE, file) === textOf('tools/docs', file))
  );
}

function textOf(folder: string, file: string): string | undefined {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Apart from the other packages, so that only who builds the site waits for them. */
function install(): void {
  console.log('Installing VitePress and Redoc (once; about a minute) …');
  mkdirSync(SITE, { recursive: true });
  for (const file of OWN) copyFileSync(join('tools/docs', file), join(SITE, file));
  runOrExit(NPM, ['ci', '--prefix', SITE, '--ignore-scripts', '--legacy-peer-deps', '--no-audit']);
}

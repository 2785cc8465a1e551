import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The packages in each file of the bundle. */
const BUNDLED = JSON.parse(
  readFileSync(new URL('../../../dist/api/contents.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, readonly string[]>>;
const PRELOAD = new URL('loaded-preload.mjs', import.meta.url).href;

/** Records which packages an API process imports. */
export class LoadedPackages {
  private readonly folder = mkdtempSync(join(tmpdir(), 'mfapi-loaded-'));
  private readonly file = join(this.folder, 'urls');

  /** The variables for the API process to record. */
  get environment(): Readonly<Record<string, string>> {
    return { NODE_OPTIONS: `--import=${PRELOAD}`, LOADED_FILE: this.file };
  }

  /** Package names, `@scope/name` or `name`, of modules and of files of the bundle. */
  get names(): ReadonlySet<string> {
    const urls = decodeURI(readFileSync(this.file, 'utf8')).split('\n');
    const bundled = urls.flatMap(
      (url) => BUNDLED[/\/dist\/api\/([^/]+)$/.exec(url)?.[1] ?? ''] ?? [],
    );
    const names = urls.map((url) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]);
    return new Set([...bundled, ...names.filter((name) => name !== undefined)]);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

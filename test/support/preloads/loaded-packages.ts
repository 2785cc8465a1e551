import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PRELOAD = new URL('loaded-preload.mjs', import.meta.url).href;

/** Records which packages an API process imports. */
export class LoadedPackages {
  private readonly folder = mkdtempSync(join(tmpdir(), 'mfapi-loaded-'));
  private readonly file = join(this.folder, 'urls');

  /** The variables for the API process to record. */
  get environment(): Readonly<Record<string, string>> {
    return { NODE_OPTIONS: `--import=${PRELOAD}`, LOADED_FILE: this.file };
  }

  /** Package names: `@scope/name` or `name`. */
  get names(): ReadonlySet<string> {
    const urls = readFileSync(this.file, 'utf8').split('\n');
    const names = urls.map((url) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]);
    return new Set(names.filter((name) => name !== undefined));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

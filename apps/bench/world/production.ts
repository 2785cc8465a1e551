import { readFileSync } from 'node:fs';

const PACKAGE = new URL('../../../../package.json', import.meta.url);

/** How production starts the API. */
export interface ProductionStart {
  /** Node's flags. */
  readonly flags: readonly string[];
  /** The program, path from `dist/`. */
  readonly file: string;
}

/**
 * Reads `npm run start:prod`, which has the form `node [flags] dist/FILE`.
 * @throws when it has another form
 */
export function productionStart(): ProductionStart {
  const { scripts } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as {
    scripts: Readonly<Record<string, string>>;
  };
  const command = scripts['start:prod'] ?? '';
  const [, flags = '', file] = /^node((?: --\S+)*) dist\/(\S+)$/.exec(command) ?? [];
  if (!file) throw new Error(`start:prod is not "node [flags] dist/FILE": ${command}`);
  return { flags: flags.split(' ').filter(Boolean), file };
}

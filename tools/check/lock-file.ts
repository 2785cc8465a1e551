import { readFileSync } from 'node:fs';

/** An installed package, as package-lock.json describes it. */
export interface LockedPackage {
  /** Path in the repository: `node_modules/name`. */
  readonly path: string;
  readonly version: string;
  /** SPDX expression of its package.json; undefined when that has none. */
  readonly license?: string;
  /** Whether only development needs it. */
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

interface LockFile {
  readonly packages: Readonly<Record<string, Omit<LockedPackage, 'path'>>>;
}

/** What the site of the documentation is built with. */
export const DOCS_LOCK_FILE = 'tools/docs/package-lock.json';

/** Every package of a lock file, except the repository itself. */
export function lockedPackages(file = 'package-lock.json'): readonly LockedPackage[] {
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as LockFile;
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, found]) => ({ ...found, path }));
}

/** The name without the folders that contain it. */
export function nameOf({ path }: LockedPackage): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

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

/** Every package of package-lock.json, except the repository itself. */
export function lockedPackages(): readonly LockedPackage[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile;
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, found]) => ({ ...found, path }));
}

/** The name without the folders that contain it. */
export function nameOf({ path }: LockedPackage): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

import { mkdirSync, readdirSync, readFileSync, writeFileSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER_OF_PACKAGE = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/;
const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: unknown;
}

/** A package of which a module is in the bundle. */
export interface ThirdParty {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The packages of modules, given by path. A module of our own has none. */
export function thirdPartiesOf(moduleIds: readonly string[]): readonly ThirdParty[] {
  const folders = moduleIds.flatMap((id) => FOLDER_OF_PACKAGE.exec(id)?.[0] ?? []);
  return [...new Set(folders)].map((folder) => ({ folder, manifest: manifestIn(folder) }));
}

/**
 * Writes what a package's licence demands of copies, and what image scanners read: its licence files, and a
 * `package.json` with name, version and licence, in a folder per package.
 */
export function writeThirdParties(parties: readonly ThirdParty[], into: string): void {
  for (const { folder, manifest } of parties) {
    const { name, version, license } = manifest;
    const own = join(into, `${name.replace('/', '+')}@${version}`);
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'package.json'), JSON.stringify({ name, version, license }));
    for (const file of readdirSync(folder).filter((file) => LICENCE_FILE.test(file))) {
      copyFileSync(join(folder, file), join(own, file));
    }
  }
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

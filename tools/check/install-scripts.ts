import { nameOf, type LockedPackage } from './lock-file.js';

/**
 * Packages that have an install script. None of them runs (`ignore-scripts` in .npmrc) or is needed; a new one deserves a
 * look, because it would run on every machine that installs without that setting.
 */
const KNOWN: ReadonlySet<string> = new Set([
  '@parcel/watcher',
  '@scarf/scarf',
  '@swc/core',
  'esbuild',
  'libxmljs2',
]);

/** @returns a line for each package with an unknown install script */
export function installScriptProblems(packages: readonly LockedPackage[]): string[] {
  return packages
    .filter((found) => found.hasInstallScript && !KNOWN.has(nameOf(found)))
    .map(
      (found) =>
        `${nameOf(found)}@${found.version} has an install script (tools/check/install-scripts.ts)`,
    );
}

import { nameOf, type LockedPackage } from './lock-file.js';

/** They ask for no more than their text, which `dist/api/third-party` has. */
const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Python-2.0',
]);

/** Looked at by a person: package and version, and what was found. */
const REVIEWED: Readonly<Record<string, string>> = {
  '@iconify-json/simple-icons@1.2.103':
    'CC0-1.0: icons that the site of the documentation does not show',
  'busboy@1.6.0': 'MIT, in its LICENSE file',
  'decko@1.2.0': 'MIT, in its README',
  'dompurify@3.5.0': 'Apache-2.0, or MPL-2.0 as the user prefers',
  'passport-strategy@1.0.0': 'MIT, in its LICENSE file',
  'pause@0.0.1': 'MIT, in its Readme.md',
  'stickyfill@1.1.1': 'MIT, in its LICENSE file',
  'streamsearch@1.1.0': 'MIT, in its LICENSE file',
  'suncalc@2.0.2': 'BSD-2-Clause, in its LICENSE file',
  'url-template@2.0.8': 'BSD-3-Clause, in its LICENSE file',
  'sentry@0.49.0': 'FSL-1.1-Apache-2.0: a command for uploads that we neither run nor ship',
};

/**
 * Packages of production whose licence is neither permitted nor reviewed.
 * @returns a line for each
 */
export function licenceProblems(packages: readonly LockedPackage[]): string[] {
  return packages
    .filter(({ dev, license }) => !dev && !ALLOWED.has(license ?? ''))
    .map((found) => [`${nameOf(found)}@${found.version}`, found.license ?? 'none'] as const)
    .filter(([id]) => REVIEWED[id] === undefined)
    .map(([id, license]) => `${id}: licence ${license} is not permitted (tools/check/licences.ts)`);
}

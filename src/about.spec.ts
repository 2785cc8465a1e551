import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { ABOUT } from './about.js';

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const json = (file: string): { version: string } => JSON.parse(read(file)) as { version: string };
const first = (file: string, pattern: RegExp): string | undefined => pattern.exec(read(file))?.[1];

/** Packages of this repository that are published beside the service. */
const packages = ['apps', 'packages']
  .filter((folder) => existsSync(new URL(`../${folder}`, import.meta.url)))
  .flatMap((folder) =>
    readdirSync(new URL(`../${folder}`, import.meta.url)).map(
      (name) => `${folder}/${name}/package.json`,
    ),
  )
  .filter((file) => existsSync(new URL(`../${file}`, import.meta.url)));

/** docs/release.md: package.json is the source of the version, the other files repeat it. */
it.each([
  ['package-lock.json', () => json('package-lock.json').version],
  [
    'openapi.yaml',
    () => (parse(read('openapi.yaml')) as { info: { version: string } }).info.version,
  ],
  ['helm/mfapi/Chart.yaml version', () => first('helm/mfapi/Chart.yaml', /^version: (.+)$/m)],
  ['helm/mfapi/Chart.yaml appVersion', () => first('helm/mfapi/Chart.yaml', /^appVersion: (.+)$/m)],
  ['Dockerfile', () => first('Dockerfile', /^ARG VERSION=(.+)$/m)],
  ['the first entry of CHANGELOG.md', () => first('CHANGELOG.md', /^## (\S+)/m)],
  ['docs/api.md', () => first('docs/api.md', /"name":"meteofrenchapi","version":"([^"]+)"/)],
  ['helm/mfapi/README.md', () => first('helm/mfapi/README.md', /image\.tag=(\S+)/)],
  ...packages.map((file) => [file, () => json(file).version] as const),
])('%s repeats the version of package.json', (_, version) => {
  expect(version()).toBe(ABOUT.version);
});

it('the list of published packages includes the watch client', () => {
  expect(packages).toContainEqual(expect.stringMatching(/watch-client/));
});

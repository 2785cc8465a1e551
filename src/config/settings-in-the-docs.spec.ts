import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { loadConfig, SETTING_NAMES } from './config.js';
import { WINDOW_NAMES } from './windows.js';

const ROOT = new URL('../../', import.meta.url);
const CHART = new URL('helm/mfapi/', ROOT);
const page = readFileSync(new URL('docs/configuration.md', ROOT), 'utf8');
const values = readFileSync(new URL('values.yaml', CHART), 'utf8');
const schema = readFileSync(new URL('values.schema.json', CHART), 'utf8');
const chart = [
  values,
  schema,
  ...readdirSync(new URL('templates/', CHART))
    .filter((file) => /\.(tpl|ya?ml)$/.test(file))
    .map((file) => readFileSync(new URL(`templates/${file}`, CHART), 'utf8')),
].join('\n');

const REQUIRED = { OIDC_ISSUER: 'https://issuer.test', ACCWEA_TOKEN: 'none' };
const PARIS = { latitude: 48.8705, longitude: 2.3049 };

/** The configuration in values that can be compared. */
function configOf(environment: Readonly<Record<string, string>>): object {
  const { accweaToken, cellGrid, ...rest } = loadConfig({ ...REQUIRED, ...environment });
  return { ...rest, key: accweaToken.reveal(), cell: cellGrid.cellAt(PARIS) };
}

const table = page.split('| variable | default | |')[1]?.split('\n\n')[0] ?? '';
/** Each variable of the page with its default, as far as that is a number or in backticks. */
const documented = table.split('\n').flatMap((row) => {
  const [names = '', defaults = ''] = row.split(' | ');
  const texts = defaults.split(', ');
  return [...names.matchAll(/`(\w+)`/g)].map(
    ([, name = ''], index) => [name, /^`([^`]+)`|^\d+$/.exec(texts[index] ?? '')] as const,
  );
});
const inDocs = documented.flatMap(([name, found]) =>
  found ? [[name, found[1] ?? found[0]] as const] : [],
);
const { config } = parse(values) as { readonly config: Readonly<Record<string, unknown>> };
/** No value, or an empty one, means the default of the API. */
const inChart = Object.entries(config)
  .filter(([, value]) => value !== '' && value !== null)
  .map(([name, value]) => [name, String(value)] as const);

const windowsPattern =
  /"WINDOWS": \{\s*"type": "string",\s*"pattern": "([^"]+)"/.exec(schema)?.[1] ?? 'no pattern';

describe('docs/configuration.md', () => {
  it('lists every setting', () => {
    expect(documented.map(([name]) => name).toSorted()).toEqual(SETTING_NAMES.toSorted());
  });

  it.each(inDocs)('has the default of %s, %s', (name, text) => {
    expect(configOf({ [name]: text })).toEqual(configOf({}));
  });
});

describe('the chart', () => {
  it('can set every setting', () => {
    expect(SETTING_NAMES.filter((name) => !chart.includes(name))).toEqual([]);
  });

  it.each(WINDOW_NAMES)('accepts a window for %s', (name) => {
    expect(`${name}=600/300/21600`).toMatch(new RegExp(windowsPattern));
  });

  it.each(inChart)('has the default of %s, "%s"', (name, text) => {
    expect(configOf({ [name]: text })).toEqual(configOf({}));
  });
});

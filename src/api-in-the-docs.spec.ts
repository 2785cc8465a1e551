import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { LANGUAGES } from './weather/i18n/language.js';

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const page = read('docs/api.md');

it('docs/api.md lists every endpoint of the contract', () => {
  const { paths } = parse(read('openapi.yaml')) as { readonly paths: object };
  const table = page.split('| endpoint | response | |')[1]?.split('\n\n')[0] ?? '';

  expect(Object.keys(paths).filter((path) => !new RegExp(`[\` ]${path}[\`?]`).test(table))).toEqual(
    [],
  );
});

it('docs/api.md lists the languages', () => {
  expect(page).toContain(`is one of\n${LANGUAGES.join(' ')}, with any region`);
});

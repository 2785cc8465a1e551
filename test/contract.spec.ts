import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { brokenPromises, factsOf } from './support/contract.js';

type Document = Record<string, unknown>;

const read = (file: string): Document =>
  parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')) as Document;

/** The contract of the last release, changed at one place by its YAML text. */
function changed(from: string, to: string): Document {
  const text = readFileSync(new URL('../docs/contract/released.yaml', import.meta.url), 'utf8');
  if (!text.includes(from)) throw new Error(`the released contract does not say ${from}`);
  return parse(text.replace(from, to)) as Document;
}

const released = read('docs/contract/released.yaml');

describe('the contract', () => {
  it('keeps every promise of the last release', () => {
    expect(brokenPromises(released, read('openapi.yaml'))).toEqual([]);
  });

  it('is one of fields, types, units and statuses', () => {
    const facts = [...factsOf(released)];
    expect(facts).toContain('GET /prcpt → 200 application/json .vis: number or null');
    expect(facts).toContain('GET /prcpt query lt is required');
    expect(facts).toContain('GET /prcpt → 503 header Retry-After');
  });

  it.each([
    ['a path', '  /uvidx:', '  /uv:', 'gone: GET /uvidx'],
    ['a status', '"503":', '"502":', 'gone: GET /health/ready → 503'],
    [
      'a field',
      '        vis:',
      '        visibility:',
      'gone: GET /prcpt → 200 application/json .vis',
    ],
    [
      'a type',
      'type: integer',
      'type: string',
      'gone: GET /uvidx → 200 application/json .uvidx: integer or null',
    ],
    [
      'a unit',
      'Visibility now: metres',
      'Visibility now: kilometres',
      'gone: GET /prcpt → 200 application/json .vis: “Visibility now: metres',
    ],
    [
      'a value',
      '              - imperial',
      '              - english',
      'gone: GET /prcpt query units can be imperial',
    ],
    [
      'a default',
      'default: metric',
      'default: imperial',
      'gone: GET /prcpt query units has default "metric"',
    ],
    ['a range', 'maximum: 90', 'maximum: 45', 'gone: GET /prcpt query lt has maximum 90'],
    [
      'a smallest value',
      'minimum: 0',
      'minimum: 5',
      'gone: GET /uvidx → 200 application/json .uvidx has minimum 0',
    ],
  ])('is broken when %s is another', (_what, from, to, complaint) => {
    const broken = brokenPromises(released, changed(from, to));

    expect(broken.filter((line) => line.startsWith(complaint))).not.toEqual([]);
  });

  it('is broken when a parameter is demanded that was not', () => {
    const demanding = changed(
      '- name: units\n          required: false',
      '- name: units\n          required: true',
    );

    expect(brokenPromises(released, demanding)).toContain(
      'newly demanded: GET /prcpt query units is required',
    );
  });

  it('may grow', () => {
    const grown = changed('        vis:', '        added:\n          type: number\n        vis:');

    expect(brokenPromises(released, grown)).toEqual([]);
  });
});

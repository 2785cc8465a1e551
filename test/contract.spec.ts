import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { breakingChanges, factsOf } from './support/contract.js';

type Document = Record<string, unknown>;

const read = (file: string): Document =>
  parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')) as Document;

/** The contract of the last release with one replacement in its YAML text. */
function changed(from: string, to: string): Document {
  const text = readFileSync(new URL('../docs/contract/released.yaml', import.meta.url), 'utf8');
  if (!text.includes(from)) throw new Error(`the released contract does not contain ${from}`);
  return parse(text.replace(from, to)) as Document;
}

const released = read('docs/contract/released.yaml');

describe('the contract', () => {
  it('has no breaking change since the last release', () => {
    expect(breakingChanges(released, read('openapi.yaml'))).toEqual([]);
  });

  it('covers fields, types, units and statuses', () => {
    const facts = [...factsOf(released)];
    expect(facts).toContain('GET /prcpt → 200 application/json .vis: number or null');
    expect(facts).toContain('GET /prcpt query lt is required');
    expect(facts).toContain('GET /prcpt → 503 header Retry-After');
  });

  it.each([
    ['a path', '  /uvidx:', '  /uv:', 'removed: GET /uvidx'],
    ['a status', '"503":', '"502":', 'removed: GET /health/ready → 503'],
    [
      'a field',
      '        vis:',
      '        visibility:',
      'removed: GET /prcpt → 200 application/json .vis',
    ],
    [
      'a type',
      'type: integer',
      'type: string',
      'removed: GET /uvidx → 200 application/json .uvidx: integer or null',
    ],
    [
      'a unit',
      'Visibility now: metres',
      'Visibility now: kilometres',
      'removed: GET /prcpt → 200 application/json .vis: “Visibility now: metres',
    ],
    [
      'an allowed value',
      '              - imperial',
      '              - english',
      'removed: GET /prcpt query units can be imperial',
    ],
    [
      'a default',
      'default: metric',
      'default: imperial',
      'removed: GET /prcpt query units has default "metric"',
    ],
    ['a range', 'maximum: 90', 'maximum: 45', 'removed: GET /prcpt query lt has maximum 90'],
    [
      'a minimum',
      'minimum: 0',
      'minimum: 5',
      'removed: GET /uvidx → 200 application/json .uvidx has minimum 0',
    ],
  ])('is broken by a change of %s', (_what, from, to, complaint) => {
    const broken = breakingChanges(released, changed(from, to));

    expect(broken.filter((line) => line.startsWith(complaint))).not.toEqual([]);
  });

  it('is broken by a parameter that becomes required', () => {
    const demanding = changed(
      '- name: units\n          required: false',
      '- name: units\n          required: true',
    );

    expect(breakingChanges(released, demanding)).toContain(
      'newly required: GET /prcpt query units is required',
    );
  });

  it('is not broken by an added field', () => {
    const grown = changed('        vis:', '        added:\n          type: number\n        vis:');

    expect(breakingChanges(released, grown)).toEqual([]);
  });
});

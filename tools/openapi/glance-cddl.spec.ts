import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { GLANCE_KEYS } from '../../src/weather/glance/glance-keys.js';
import { PROVIDERS } from '../../src/weather/providers/providers.js';
import { glanceCddl, MAX_ATTRIBUTION_BYTES } from './glance-cddl.js';

const FILE = new URL('../../docs/contract/glance.cddl', import.meta.url);

describe('docs/contract/glance.cddl', () => {
  it('is what the table of keys says', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(glanceCddl());
  });

  it('has room for the names of all providers', () => {
    const names = PROVIDERS.map(({ descriptor }) => descriptor.shortName).join(', ');

    expect(Buffer.byteLength(names)).toBeLessThanOrEqual(MAX_ATTRIBUTION_BYTES);
  });

  it('has every key, with one meaning wherever it occurs', () => {
    const members = glanceCddl().matchAll(/^ {2}; (.*)\n {2}(?:\? )?(\w+): /gm);
    const meanings = new Map<string, Set<string>>();
    for (const [, meaning = '', key = ''] of members) {
      meanings.set(key, (meanings.get(key) ?? new Set()).add(meaning));
    }
    expect(Object.fromEntries([...meanings].map(([key, texts]) => [key, [...texts]]))).toEqual(
      Object.fromEntries(Object.entries(GLANCE_KEYS).map(([key, { meaning }]) => [key, [meaning]])),
    );
  });
});

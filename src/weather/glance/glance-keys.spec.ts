import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { CONDITION_CODES } from '../condition-code.js';
import { GLANCE_CASES } from '../testing/glance-cases.js';
import { toCbor } from './cbor.js';
import { CONDITION_NUMBERS } from './condition-number.js';
import { GLANCE_KEYS } from './glance-keys.js';
import { GlanceResponse } from './glance.response.js';
import { NUMBERED_NAMES } from './numbered-names.js';

interface Schema {
  readonly description: string;
}
interface Contract {
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly properties: Record<string, Schema> }>>;
  };
}

const read = (path: string): string =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const guide = read('docs/glance.md');
const bodies = Object.values(GLANCE_CASES).map(
  ({ parts, view }) => JSON.parse(GlanceResponse.of(parts, view).json) as GlanceResponse,
);

/** The blocks in which a key occurs in any body; the glance itself is `""`. */
function placesOf(key: string): string[] {
  const places = bodies.flatMap(({ n, h, d, ...top }) =>
    Object.entries({ '': { n, h, d, ...top }, n, h, d })
      .filter(([, block]) => block && key in block)
      .map(([name]) => name),
  );
  return ['', 'n', 'h', 'd'].filter((name) => places.includes(name));
}

describe('the keys of a glance', () => {
  it('are in the table, at every depth', () => {
    const used = bodies.flatMap(({ n, h, d, ...top }) =>
      [{ n, h, d, ...top }, n, h, d].flatMap((block) => Object.keys(block ?? {})),
    );
    expect([...new Set(used)].toSorted()).toEqual(Object.keys(GLANCE_KEYS).toSorted());
  });

  it('have one meaning in the OpenAPI document, wherever they occur', () => {
    const { schemas } = (parse(read('openapi.yaml')) as Contract).components;
    const described = ['GlanceResponse', 'GlanceNow', 'GlanceHours', 'GlanceDays'].flatMap((name) =>
      Object.entries(schemas[name]?.properties ?? {}),
    );
    expect(described.length).toBeGreaterThan(Object.keys(GLANCE_KEYS).length);
    for (const [key, { description }] of described) {
      const { meaning } = GLANCE_KEYS[key as keyof typeof GLANCE_KEYS];
      expect([key, description.slice(0, meaning.length)]).toEqual([key, meaning]);
    }
  });

  it('name the condition of each number in the OpenAPI document', () => {
    const { schemas } = (parse(read('openapi.yaml')) as Contract).components;
    for (const name of ['GlanceNow', 'GlanceHours', 'GlanceDays']) {
      const { description = '' } = schemas[name]?.properties['c'] ?? {};
      const named = [...description.matchAll(/(\d+) `([\w-]+)`/g)];
      expect(named.map(([, number, code]) => [code, Number(number)])).toEqual(
        Object.entries(CONDITION_NUMBERS),
      );
    }
  });
});

describe('docs/glance.md', () => {
  it('names the numbers of the air quality and of the phases of the moon', () => {
    for (const key of ['q', 'mo'] as const) {
      expect(guide).toContain(`\`${key}\`: ${NUMBERED_NAMES[key]}.`);
    }
  });

  it('lists every condition with its number, in order', () => {
    const rows = [...guide.matchAll(/^\| (\d+) \| `([\w-]+)` \|/gm)].map(([, number, code]) => [
      code,
      Number(number),
    ]);
    expect(rows).toEqual(Object.entries(CONDITION_NUMBERS));
    expect(rows.map(([, number]) => number)).toEqual(rows.map((_, index) => index));
    expect(rows.map(([code]) => code)).toEqual(CONDITION_CODES);
  });

  it('explains every key, in the words of the table, with the blocks in which it occurs', () => {
    const rows = [...guide.matchAll(/^\| `\w+` \|.*\|$/gm)].map(([row]) => row);
    const expected = Object.entries(GLANCE_KEYS).map(([key, { meaning }]) => {
      const places = placesOf(key).map((name) => (name === '' ? 'glance' : `\`${name}\``));
      return `| \`${key}\` | ${places.join(', ')} | ${meaning} |`;
    });
    expect(rows.toSorted()).toEqual(expected.toSorted());
  });

  it('shows a glance as the service sends it, with its size and what CBOR saves', () => {
    const { parts, view } = GLANCE_CASES['rain in 12 minutes']!;
    const { json, age, content } = GlanceResponse.of(parts, view);
    const cbor = toCbor({ ...age, ...content }).length;
    const saved = Math.round((1 - cbor / json.length) * 100);

    expect(guide).toContain(`\`\`\`json\n${json}\n\`\`\``);
    expect(guide).toContain(`${json.length} bytes of JSON, ${cbor} of CBOR: ${saved} % less`);
  });
});

import { describe, expect, it } from '@jest/globals';
import { glanceExample, promiseTable } from './figures.js';
import { fillMarkers } from './fill-markers.js';

const SOURCES = {
  golden: "  {\n    name: 'rain',\n  },\n  {\n    name: 'snow',\n  },\n",
  fleet: '| no cache     | 5 | 1.0 |\n| this service | 2 | 26.1 |\n',
  chaos: '| 400 | 96 of 96 correct, ≤ 4 s stale |\n| 401 | 1911 of 1912 correct, ≤ 4 s stale |\n',
};

describe('the figures of the README', () => {
  it('come from the files that the measuring commands wrote', () => {
    const rows = promiseTable(SOURCES);

    expect(rows).toContain('in 2 scenarios');
    expect(rows).toContain('26.1 times fewer searches and calls');
    expect(rows).toContain('in 2 ways, 2,007 of 2,008 answers');
  });

  it.each(['golden', 'fleet', 'chaos'] as const)('are not written when %s has none', (source) => {
    expect(() => promiseTable({ ...SOURCES, [source]: '' })).toThrow();
  });

  it('include the size of a glance, in both forms', () => {
    const vector = { name: 'rain in 12 minutes', json: '{"pl":"é"}', cbor: 'a1626c' };

    expect(glanceExample(JSON.stringify([vector]))).toContain(
      '{"pl":"é"}\n```\n\nThat is 11 bytes of JSON, or 3 of CBOR.',
    );
    expect(() => glanceExample('[]')).toThrow('no glance');
  });
});

describe('markers', () => {
  it('keep everything around them, however often they are filled', () => {
    const once = fillMarkers('a\n<!-- x -->\nold\n<!-- /x -->\nb\n', { x: 'new\n' });

    expect(once).toBe('a\n<!-- x -->\nnew\n<!-- /x -->\nb\n');
    expect(fillMarkers(once, { x: 'new\n' })).toBe(once);
  });

  it('must be there', () => {
    expect(() => fillMarkers('text', { x: 'new' })).toThrow('no pair of markers');
  });
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import { GlanceContents, type GlanceBlocks } from './glance-content.js';

const ALL = {
  n: { c: 1, l: 1, k: 8, f: 4, r: 1, i: 1, w: 19 },
  h: { b: 0, l: 1, c: [1], k: [5], p: [70] },
  d: { y: 20260101, c: [1], lo: [3], hi: [8], p: [80] },
};

let contents: GlanceContents<{ built: number }>;
let built: number;

beforeEach(() => {
  contents = new GlanceContents();
  built = 0;
});

const of = (blocks: GlanceBlocks, rest = 'm'): number =>
  contents.of(blocks, rest, () => ({ built: (built += 1) })).content.built;

const tagOf = (rest: string): string => contents.of(ALL, rest, () => ({ built: (built += 1) })).tag;

describe('GlanceContents', () => {
  it('builds the content of the same blocks once', () => {
    expect([of(ALL), of(ALL), of({ ...ALL })]).toEqual([1, 1, 1]);
  });

  it.each<[string, GlanceBlocks, string]>([
    ['other hours', { ...ALL, h: { ...ALL.h } }, 'm'],
    ['other days', { ...ALL, d: { ...ALL.d } }, 'm'],
    ['without hours', { n: ALL.n, d: ALL.d }, 'm'],
    ['another conditions record', { ...ALL, n: { ...ALL.n } }, 'm'],
    ['another rest', ALL, 'i'],
  ])('builds another one for %s', (_what, blocks, rest) => {
    expect([of(ALL), of(blocks, rest)]).toEqual([1, 2]);
  });

  it('remembers nothing without conditions', () => {
    const blocks = { h: ALL.h, d: ALL.d };

    expect([of(blocks), of(blocks)]).toEqual([1, 2]);
  });

  it('gives different contents different tags', () => {
    expect(tagOf('m')).not.toBe(tagOf('i'));
  });
});

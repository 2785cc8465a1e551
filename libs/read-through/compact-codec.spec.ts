import { describe, expect, it } from '@jest/globals';
import { compactCodec } from './compact-codec.js';
import { flat, type ReadField } from './record-shape.js';

interface Reading {
  readonly warmth: number | null;
  readonly words: string | null;
}

interface ReadingWithWind extends Reading {
  readonly wind: number | null;
}

const LOADED_AT_MS = Date.UTC(2026, 0, 1);

const warmth: ReadField<number> = (value) => (typeof value === 'number' ? value : undefined);
const words: ReadField<string> = (value) => (typeof value === 'string' ? value : undefined);

const codec = compactCodec(flat<Reading>({ warmth: ['w', warmth], words: ['s', words] }));

/** The next release, which adds a field. */
const later = compactCodec(
  flat<ReadingWithWind>({ warmth: ['w', warmth], words: ['s', words], wind: ['v', warmth] }),
);

describe('compactCodec', () => {
  it('stores a record under short keys', () => {
    expect(codec.encode({ warmth: 12.5, words: 'mild' })).toBe('{"w":12.5,"s":"mild"}');
  });

  it('omits null fields and restores them as null', () => {
    expect(codec.encode({ warmth: null, words: 'mild' })).toBe('{"s":"mild"}');
    expect(codec.decode('{"s":"mild"}', LOADED_AT_MS)).toEqual({ warmth: null, words: 'mild' });
  });

  it.each([
    { warmth: 0, words: '' },
    { warmth: -0.1, words: '"|}\n東京' },
    { warmth: null, words: null },
  ])('round-trips the record %p', (reading) => {
    expect(codec.decode(codec.encode(reading), LOADED_AT_MS)).toEqual(reading);
  });

  it('refuses a text that is too deep or too long without parsing it', () => {
    const deep = `{"w":12,"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    const long = JSON.stringify({ w: 12, x: 'x'.repeat(1_000_000) });

    for (const text of [deep, long]) expect(codec.decode(text, LOADED_AT_MS)).toBeUndefined();
  });

  it.each(['', '-', 'null', '12', '"w"', '[1]', '{"w":12', 'undefined'])(
    'rejects the text %p',
    (text) => {
      expect(codec.decode(text, LOADED_AT_MS)).toBeUndefined();
    },
  );
});

describe('compactCodec during a rolling update', () => {
  it('skips fields that a later release added', () => {
    const text = later.encode({ warmth: 12, words: 'mild', wind: 3 });

    expect(codec.decode(text, LOADED_AT_MS)).toEqual({ warmth: 12, words: 'mild' });
  });

  it('reads fields that an earlier release did not store as null', () => {
    const text = codec.encode({ warmth: 12, words: 'mild' });

    expect(later.decode(text, LOADED_AT_MS)).toEqual({ warmth: 12, words: 'mild', wind: null });
  });

  it('reads fields that a later release dropped as null', () => {
    const text = codec.encode({ warmth: 12, words: 'mild' });
    const withoutWords = compactCodec(flat<Pick<Reading, 'warmth'>>({ warmth: ['w', warmth] }));

    expect(withoutWords.decode(text, LOADED_AT_MS)).toEqual({ warmth: 12 });
    expect(codec.decode(withoutWords.encode({ warmth: 12 }), LOADED_AT_MS)).toEqual({
      warmth: 12,
      words: null,
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { compactCodec, flat, listOf } from './compact-codec.js';

interface Reading {
  readonly warmth: number | null;
  readonly words: string | null;
}

interface ReadingWithWind extends Reading {
  readonly wind: number | null;
}

const codec = compactCodec(flat<Reading>({ warmth: 'w', words: 's' }));

/** The next release, which adds a field. */
const later = compactCodec(flat<ReadingWithWind>({ warmth: 'w', words: 's', wind: 'v' }));

describe('a compact record', () => {
  it('has short keys', () => {
    expect(codec.encode({ warmth: 12.5, words: 'mild' })).toBe('{"w":12.5,"s":"mild"}');
  });

  it('leaves out what is null', () => {
    expect(codec.encode({ warmth: null, words: 'mild' })).toBe('{"s":"mild"}');
    expect(codec.decode('{"s":"mild"}')).toEqual({ warmth: null, words: 'mild' });
  });

  it.each([
    { warmth: 0, words: '' },
    { warmth: -0.1, words: '"|}\n東京' },
    { warmth: null, words: null },
  ])('comes back as it was: %p', (reading) => {
    expect(codec.decode(codec.encode(reading))).toEqual(reading);
  });

  it.each(['', '-', 'null', '12', '"w"', '[1]', '{"w":12', 'undefined'])(
    'is not what %p is',
    (text) => {
      expect(codec.decode(text)).toBeUndefined();
    },
  );
});

describe('while one release replaces the other', () => {
  it('the old one skips what the new one added', () => {
    const text = later.encode({ warmth: 12, words: 'mild', wind: 3 });

    expect(codec.decode(text)).toEqual({ warmth: 12, words: 'mild' });
  });

  it('the new one reads as unknown what the old one did not store', () => {
    const text = codec.encode({ warmth: 12, words: 'mild' });

    expect(later.decode(text)).toEqual({ warmth: 12, words: 'mild', wind: null });
  });

  it('the old one reads as unknown what the new one dropped', () => {
    const text = codec.encode({ warmth: 12, words: 'mild' });
    const withoutWords = compactCodec(flat<Pick<Reading, 'warmth'>>({ warmth: 'w' }));

    expect(withoutWords.decode(text)).toEqual({ warmth: 12 });
    expect(codec.decode(withoutWords.encode({ warmth: 12 }))).toEqual({ warmth: 12, words: null });
  });
});

describe('a list of records', () => {
  const list = listOf(flat<Reading>({ warmth: 'w', words: 's' }), 'r');

  it('comes back as it was', () => {
    const readings = [
      { warmth: 1, words: null },
      { warmth: null, words: 'mild' },
    ];

    expect(list.pack(readings)).toEqual({ r: [{ w: 1 }, { s: 'mild' }] });
    expect(list.unpack(list.pack(readings))).toEqual(readings);
    expect(list.unpack(list.pack([]))).toEqual([]);
  });

  it.each([{}, { r: null }, { r: {} }, { r: [1] }, { r: [{ w: 1 }, null] }])(
    'is not what %j is',
    (stored) => {
      expect(list.unpack(stored)).toBeUndefined();
    },
  );
});

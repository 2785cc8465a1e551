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

describe('compactCodec', () => {
  it('stores a record under short keys', () => {
    expect(codec.encode({ warmth: 12.5, words: 'mild' })).toBe('{"w":12.5,"s":"mild"}');
  });

  it('omits null fields and restores them as null', () => {
    expect(codec.encode({ warmth: null, words: 'mild' })).toBe('{"s":"mild"}');
    expect(codec.decode('{"s":"mild"}')).toEqual({ warmth: null, words: 'mild' });
  });

  it.each([
    { warmth: 0, words: '' },
    { warmth: -0.1, words: '"|}\n東京' },
    { warmth: null, words: null },
  ])('round-trips the record %p', (reading) => {
    expect(codec.decode(codec.encode(reading))).toEqual(reading);
  });

  it.each(['', '-', 'null', '12', '"w"', '[1]', '{"w":12', 'undefined'])(
    'rejects the text %p',
    (text) => {
      expect(codec.decode(text)).toBeUndefined();
    },
  );
});

describe('compactCodec during a rolling update', () => {
  it('skips fields that a later release added', () => {
    const text = later.encode({ warmth: 12, words: 'mild', wind: 3 });

    expect(codec.decode(text)).toEqual({ warmth: 12, words: 'mild' });
  });

  it('reads fields that an earlier release did not store as null', () => {
    const text = codec.encode({ warmth: 12, words: 'mild' });

    expect(later.decode(text)).toEqual({ warmth: 12, words: 'mild', wind: null });
  });

  it('reads fields that a later release dropped as null', () => {
    const text = codec.encode({ warmth: 12, words: 'mild' });
    const withoutWords = compactCodec(flat<Pick<Reading, 'warmth'>>({ warmth: 'w' }));

    expect(withoutWords.decode(text)).toEqual({ warmth: 12 });
    expect(codec.decode(withoutWords.encode({ warmth: 12 }))).toEqual({ warmth: 12, words: null });
  });
});

describe('listOf', () => {
  const list = listOf('readings', flat<Reading>({ warmth: 'w', words: 's' }), 'r');

  it('round-trips a list of records', () => {
    const readings = [
      { warmth: 1, words: null },
      { warmth: null, words: 'mild' },
    ];

    expect(list.pack({ readings })).toEqual({ r: [{ w: 1 }, { s: 'mild' }] });
    expect(list.unpack(list.pack({ readings }))).toEqual({ readings });
    expect(list.unpack(list.pack({ readings: [] }))).toEqual({ readings: [] });
  });

  it.each([{}, { r: null }, { r: {} }, { r: [1] }, { r: [{ w: 1 }, null] }])(
    'rejects the stored list %j',
    (stored) => {
      expect(list.unpack(stored)).toBeUndefined();
    },
  );
});

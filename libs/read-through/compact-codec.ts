import { isNestedDeeper } from '@app/json/nesting.js';
import type { Codec } from './read-through.options.js';
import { isStored, type Shape } from './record-shape.js';

/** A codec that also says what may be stored. */
export interface CompactCodec<T> extends Codec<T>, Pick<Shape<T>, 'bounded'> {}

/** Longer than any record. */
const MAX_LENGTH = 1_000_000;
/** A text up to this length is parsed in less than a millisecond, however deep it is. */
const QUICK_LENGTH = 16_384;
const MAX_DEPTH = 16;

/** Stores a shape as JSON. */
export function compactCodec<T>({ pack, unpack, bounded }: Shape<T>): CompactCodec<T> {
  return {
    encode: (record) => JSON.stringify(pack(record)),
    decode: (text, loadedAtMs) => {
      const stored = parse(text);
      return isStored(stored) ? unpack(stored, loadedAtMs) : undefined;
    },
    bounded,
  };
}

function parse(text: string): unknown {
  if (text.length > MAX_LENGTH) return undefined;
  if (text.length > QUICK_LENGTH && isNestedDeeper(text, MAX_DEPTH)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

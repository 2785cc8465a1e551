import type { ReadField } from '@app/read-through/record-shape.js';
import { CONDITION_CODES } from '../condition-code.js';
import { isDateWithinYear, isWithinYear } from './value-instant.js';
import { isInRange, type ValueKind } from './value-range.js';
import { isWithinLimits, type TextKind } from './value-text.js';

/*
 * What a field of a record may hold. The same rules apply to what a provider sends and to what Redis
 * returns; each dataset states them once, with its short keys.
 */

/** A number in the range of its kind. */
export function number(kind: ValueKind): ReadField<number> {
  // Adds 0, because JSON has no -0.
  return (value) => (typeof value === 'number' && isInRange(kind, value) ? value + 0 : undefined);
}

/** A text within the limits of its kind. */
export function text(kind: TextKind): ReadField<string> {
  return (value) => (typeof value === 'string' && isWithinLimits(kind, value) ? value : undefined);
}

/** Milliseconds since the Unix epoch, at most a year from the load of the record. */
export const instant: ReadField<number> = (value, loadedAtMs) =>
  typeof value === 'number' && isWithinYear(value, loadedAtMs) ? value : undefined;

/** A local calendar day, at most a year from the load of the record. */
export const calendarDay: ReadField<string> = (value, loadedAtMs) =>
  typeof value === 'string' && isDateWithinYear(value, loadedAtMs) ? value : undefined;

export const flag: ReadField<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

/** One of some words. */
export function oneOf<T extends string>(words: readonly T[]): ReadField<T> {
  const known: ReadonlySet<unknown> = new Set(words);
  return (value) => (known.has(value) ? (value as T) : undefined);
}

const WORD = /^[a-z-]{1,40}$/;

/** One of some words; `fallback` for any other, which a later release may have added. */
export function oneOfOr<T extends string>(words: readonly T[], fallback: T): ReadField<T> {
  const listed = oneOf(words);
  return (value, loadedAtMs) =>
    listed(value, loadedAtMs) ??
    (typeof value === 'string' && WORD.test(value) ? fallback : undefined);
}

/** A later release may have added codes. */
export const conditionCode = oneOfOr(CONDITION_CODES, 'unknown');

import { CONDITIONS } from './conditions.js';

/** A weather condition of the service. */
export type Condition = (typeof CONDITIONS)[number];

/** @returns the condition of a number in a glance; `unknown` for null and for numbers of later releases */
export function conditionName(number: number | null): Condition {
  return number === null ? 'unknown' : (CONDITIONS[number] ?? 'unknown');
}

/** @returns the number that stands for a condition in a glance; 0, `unknown`, for null and for conditions of later releases */
export function conditionNumber(name: string | null): number {
  return CONDITIONS.indexOf(knownCondition(name));
}

/** @returns the same name if this release knows it, else `unknown` */
export function knownCondition(name: string | null): Condition {
  return CONDITIONS.find((condition) => condition === name) ?? 'unknown';
}

import type { ConditionCode } from '../condition-code.js';

/** A text, or separate texts by day and by night. */
export type DayAndNight = string | readonly [byDay: string, byNight: string];

/** The texts of a language: idiomatic, and at most 22 characters, to fit a watch. */
export type ConditionTexts = Readonly<Record<ConditionCode, DayAndNight>>;

import type { ConditionCode } from '../condition-code.js';

/** A text, or one by day and one by night where the language tells them apart. */
export type DayAndNight = string | readonly [byDay: string, byNight: string];

/** What a language says of each condition: idiomatic, and at most 22 letters, to fit a watch. */
export type ConditionTexts = Readonly<Record<ConditionCode, DayAndNight>>;

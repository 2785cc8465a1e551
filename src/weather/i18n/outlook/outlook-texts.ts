import type { PrecipitationType } from '../../datasets/minutely/minutely-forecast.js';

/**
 * The sentences of a language about the next hour. `{type}` is a word of `types`; `{start}`, `{stop}` and
 * `{duration}` are texts of `minutes`, whose `#` is the number.
 */
export interface OutlookTexts {
  readonly types: Readonly<Record<PrecipitationType, string>>;
  /** By plural category (Unicode TR 35, "Language Plural Rules"). */
  readonly minutes: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
    readonly other: string;
  };
  readonly none: string;
  readonly starts: string;
  readonly startsAndStops: string;
  readonly stops: string;
  readonly fillsTheHour: string;
  /** It falls now, and the forecast does not say for how long. */
  readonly falls: string;
}

import type { UnitSystem } from './units/units.js';
import type { Language } from './i18n/language.js';

/** How to present weather without texts, and the current time in milliseconds since the Unix epoch. */
export interface UnitView {
  readonly units: UnitSystem;
  readonly nowMs: number;
}

/** How to present weather with its texts. */
export interface View extends UnitView {
  readonly language: Language;
}

import type { UnitSystem } from './units/units.js';
import type { Language } from './i18n/language.js';

/** How to present the weather, and the current time in milliseconds since the Unix epoch. */
export interface View {
  readonly units: UnitSystem;
  readonly language: Language;
  readonly nowMs: number;
}

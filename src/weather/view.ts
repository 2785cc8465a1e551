import type { UnitSystem } from './units/units.js';
import type { Language } from './i18n/language.js';

/** How a watch wants to read the weather, and when: milliseconds since the Unix epoch. */
export interface View {
  readonly units: UnitSystem;
  readonly language: Language;
  readonly nowMs: number;
}

import { AIR_QUALITY_NUMBERS } from '../datasets/daily/air/air-quality.js';
import { MOON_PHASE_NUMBERS } from '../datasets/daily/moon/moon.js';
import { CONDITION_NUMBERS } from './condition-number.js';
import type { GlanceKeyName } from './glance-keys.js';

/** The names of the numbers of a key, in words; for the keys whose numbers have names. */
export const NUMBERED_NAMES: Readonly<Partial<Record<GlanceKeyName, string>>> = {
  c: numberedNames(CONDITION_NUMBERS),
  q: numberedNames(AIR_QUALITY_NUMBERS),
  mo: numberedNames(MOON_PHASE_NUMBERS),
};

function numberedNames(numbers: Readonly<Record<string, number>>): string {
  return Object.entries(numbers)
    .map(([name, number]) => `${number} \`${name}\``)
    .join(', ');
}

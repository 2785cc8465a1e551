import type { Moon, MoonPhase } from '../../../datasets/daily/moon/moon.js';
import { withinRange } from '../../../values/value-range.js';
import { numberOrNull, valueAt } from '../../upstream/json.js';
import { toInstantMs } from './accwea.fields.js';

/** By `Phase` in lower case. Not all are documented: the usual names of the quarters count as well. */
const PHASES = new Map<unknown, MoonPhase>([
  ['new', 'new'],
  ['waxingcrescent', 'waxing-crescent'],
  ['first', 'first-quarter'],
  ['firstquarter', 'first-quarter'],
  ['waxinggibbous', 'waxing-gibbous'],
  ['full', 'full'],
  ['waninggibbous', 'waning-gibbous'],
  ['last', 'last-quarter'],
  ['lastquarter', 'last-quarter'],
  ['third', 'last-quarter'],
  ['thirdquarter', 'last-quarter'],
  ['waningcrescent', 'waning-crescent'],
]);

/** `Moon` of a day. Its `Set` is the one that follows its `Rise`. */
export function toMoon(moon: unknown): Moon {
  const phase = valueAt(moon, 'Phase');
  return {
    moonPhase: (typeof phase === 'string' && PHASES.get(phase.toLowerCase())) || null,
    moonAgeDays: withinRange('moonAge', numberOrNull(valueAt(moon, 'Age'))),
    moonriseAtMs: toInstantMs(valueAt(moon, 'EpochRise')),
    moonsetAtMs: toInstantMs(valueAt(moon, 'EpochSet')),
  };
}

import { radians, type Position } from './earth.js';
import { fractionOf } from './hash.js';
import { HOUR_MS } from './numbers.js';

const WAVE_COUNT = 5;
/** Normalizes the variance of a field to 1. */
const SCALE = 1 / Math.sqrt(WAVE_COUNT / 2);
const FULL_TURN = 2 * Math.PI;
// Looked up once: this is the innermost loop, and Jest's sandbox makes globals slow.
const { sin } = Math;

/** A sum of travelling waves: smooth over the Earth and in time, and the same in every process. */
export interface WaveField {
  readonly waves: readonly Wave[];
}

interface Wave {
  /** A whole number, so that the field is continuous at ±180°. */
  readonly crestsAroundEarth: number;
  readonly crestsPoleToPole: number;
  readonly radiansPerMs: number;
  readonly phase: number;
}

/** Crests and periods spread over the given ranges; `name` determines the phases. */
export function waveField(
  name: string,
  crests: readonly [number, number],
  periodHours: readonly [number, number],
): WaveField {
  const between = ([low, high]: readonly [number, number], text: string) =>
    low + (high - low) * fractionOf(`${name} ${text}`);
  const waves = Array.from({ length: WAVE_COUNT }, (_, index) => ({
    crestsAroundEarth: Math.round(between(crests, `x${index}`)),
    crestsPoleToPole: between(crests, `y${index}`) - (crests[0] + crests[1]) / 2,
    radiansPerMs: FULL_TURN / (between(periodHours, `t${index}`) * HOUR_MS),
    phase: FULL_TURN * fractionOf(`${name} p${index}`),
  }));
  return { waves };
}

/** About normally distributed: mean 0, variance 1, never beyond ±√10. Crests travel eastward. */
export function valueAt(field: WaveField, position: Position, epochMs: number): number {
  const east = radians(position.longitude);
  const north = 2 * radians(position.latitude);
  let total = 0;
  for (const wave of field.waves) {
    const inSpace = wave.crestsAroundEarth * east + wave.crestsPoleToPole * north;
    total += sin(inSpace - wave.radiansPerMs * epochMs + wave.phase);
  }
  return SCALE * total;
}

import type { RateSegment } from './rate-segment.js';

/** What the rate plan is made from; durations in milliseconds, rates in wake-ups per second. */
export interface RatePlanOptions {
  readonly perSecond: number;
  readonly rampMs: number;
  readonly holdMs: number;
  /** The rate times `factor` for a time; undefined = no wave. */
  readonly wave: { readonly factor: number; readonly durationMs: number } | undefined;
  /** A wave at each multiple of this on the clock, during the hold; undefined = one wave after the hold. */
  readonly waveEveryMs: number | undefined;
  /** The watches of the other region arrive within this time at the end; undefined = no region is lost. */
  readonly lostRegionWithinMs: number | undefined;
  readonly watchesElsewhere: number;
}

/**
 * Every watch wakes once.
 * @param perSecond 0 = no warm-up
 */
export function warmUpPlan(watches: number, perSecond: number): RateSegment[] {
  return perSecond === 0 ? [] : [constant('warmUp', 0, (watches / perSecond) * 1_000, perSecond)];
}

/**
 * The parts of a run after its warm-up: ramp, hold with waves, and the loss of the other region.
 * @param startEpochMs when the ramp starts, for waves by the clock
 */
export function ratePlan(options: RatePlanOptions, startEpochMs: number): RateSegment[] {
  const { perSecond, rampMs } = options;
  const segments: RateSegment[] = [];
  if (rampMs > 0) segments.push({ ...constant('ramp', 0, rampMs, perSecond), fromPerSecond: 0 });
  segments.push(...holdWithWaves(options, rampMs, startEpochMs));
  return [...segments, ...lostRegion(options, segments.at(-1)?.endMs ?? 0)];
}

function holdWithWaves(
  { perSecond, holdMs, wave, waveEveryMs }: RatePlanOptions,
  fromMs: number,
  startEpochMs: number,
): RateSegment[] {
  const untilMs = fromMs + holdMs;
  if (!wave) return [constant('hold', fromMs, untilMs, perSecond)];
  const starts = waveEveryMs
    ? waveStarts(startEpochMs, { fromMs, untilMs, everyMs: waveEveryMs })
    : [untilMs];
  const segments: RateSegment[] = [];
  let atMs = fromMs;
  for (const startMs of starts) {
    if (startMs > atMs) segments.push(constant('hold', atMs, startMs, perSecond));
    atMs = startMs + wave.durationMs;
    segments.push(constant('wave', startMs, atMs, perSecond * wave.factor));
  }
  if (atMs < untilMs) segments.push(constant('hold', atMs, untilMs, perSecond));
  return segments;
}

/** The multiples of a period on the clock within the hold, as times since the start of the run. */
function waveStarts(
  startEpochMs: number,
  { fromMs, untilMs, everyMs }: { fromMs: number; untilMs: number; everyMs: number },
): number[] {
  const starts: number[] = [];
  let next = Math.ceil((startEpochMs + fromMs) / everyMs) * everyMs - startEpochMs;
  for (; next < untilMs; next += everyMs) starts.push(next);
  return starts;
}

/** Those who are here go on as before; the others come once each. */
function lostRegion(
  { perSecond, lostRegionWithinMs, watchesElsewhere }: RatePlanOptions,
  startMs: number,
): RateSegment[] {
  if (lostRegionWithinMs === undefined) return [];
  const endMs = startMs + lostRegionWithinMs;
  const othersPerSecond = watchesElsewhere / (lostRegionWithinMs / 1_000);
  const others = constant('lostRegion', startMs, endMs, othersPerSecond);
  return [constant('lostRegion', startMs, endMs, perSecond), { ...others, region: 'other' }];
}

function constant(
  phase: RateSegment['phase'],
  startMs: number,
  endMs: number,
  perSecond: number,
): RateSegment {
  const rate = { fromPerSecond: perSecond, toPerSecond: perSecond };
  return { phase, region: 'here', startMs, endMs, ...rate };
}

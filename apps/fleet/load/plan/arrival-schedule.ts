import { fractionOf } from '../../../../packages/simulated-weather/maths/hash.js';
import { arrivalsOf, type PhaseName, type RateSegment, type Region } from './rate-segment.js';

/** One wake-up of one watch. */
export interface Arrival {
  /** The intended start, in milliseconds since the start of the schedule. */
  readonly atMs: number;
  readonly phase: PhaseName;
  /** Index of the watch. */
  readonly watch: number;
}

export interface ScheduleOptions {
  /** Indices of the watches of each region; they take turns. */
  readonly watches: Readonly<Record<Region, readonly number[]>>;
  /** `random`: independent watches (a Poisson process with a given number); `even`: equal distances. */
  readonly spacing: 'random' | 'even';
  readonly seed: string;
}

interface Moment {
  readonly atMs: number;
  readonly segment: RateSegment;
}

/**
 * All wake-ups of a plan, made before it starts: an open model, in which no arrival waits for earlier answers.
 * Each segment has exactly `arrivalsOf(segment)` of them. The same for the same seed.
 */
export function arrivalSchedule(
  segments: readonly RateSegment[],
  { watches, spacing, seed }: ScheduleOptions,
): Arrival[] {
  const moments = segments.flatMap((segment, index): Moment[] =>
    sharesOf(arrivalsOf(segment), spacing, `${seed} ${index}`).map((share) => ({
      atMs: timeAt(segment, share),
      segment,
    })),
  );
  const turns = { here: 0, other: 0 };
  return moments
    .toSorted((one, other) => one.atMs - other.atMs)
    .map(({ atMs, segment: { phase, region } }) => {
      const ofRegion = watches[region];
      const watch = ofRegion[turns[region] % ofRegion.length];
      if (watch === undefined) throw new Error(`no watches: ${region}`);
      turns[region] += 1;
      return { atMs, phase, watch };
    });
}

/** For each arrival, which share of the segment's arrivals lies before it. */
function sharesOf(count: number, spacing: ScheduleOptions['spacing'], seed: string): number[] {
  return Array.from({ length: count }, (_, at) =>
    spacing === 'even' ? (at + 0.5) / count : fractionOf(`${seed} ${at}`),
  );
}

/** When `share` of a segment's arrivals have come: the inverse of the area below a linear rate. */
function timeAt(segment: RateSegment, share: number): number {
  const { startMs, endMs, fromPerSecond: from, toPerSecond: to } = segment;
  const part =
    from === to
      ? share
      : (Math.sqrt(from ** 2 + share * (to ** 2 - from ** 2)) - from) / (to - from);
  return startMs + part * (endMs - startMs);
}

/** The most wake-ups of one user within a minute, where the watches take turns among `subjects` users. */
export function busiestMinute(arrivals: readonly Arrival[], subjects: number): number {
  const counts = new Map<number, number>();
  let minute = 0;
  let most = 0;
  for (const { atMs, watch } of arrivals) {
    const now = Math.floor(atMs / 60_000);
    if (now !== minute) counts.clear();
    minute = now;
    const count = (counts.get(watch % subjects) ?? 0) + 1;
    counts.set(watch % subjects, count);
    most = Math.max(most, count);
  }
  return most;
}

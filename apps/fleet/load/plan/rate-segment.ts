/** The phases of a run, in their order. Statistics and thresholds name them. */
export const PHASES = ['warmUp', 'ramp', 'hold', 'wave', 'lostRegion'] as const;

export type PhaseName = (typeof PHASES)[number];

/** What thresholds without a phase are about: caches are warm, and the planned rate is reached. */
export const MEASURED_PHASES: readonly PhaseName[] = ['hold', 'wave', 'lostRegion'];

/** Whose watches arrive: those that are always served here, or those of a region that is lost later. */
export type Region = 'here' | 'other';

/** A part of the plan with a rate that is constant or changes linearly; parts may overlap. */
export interface RateSegment {
  readonly phase: PhaseName;
  readonly region: Region;
  /** Milliseconds since the start of the warm-up, or of what follows it. */
  readonly startMs: number;
  readonly endMs: number;
  readonly fromPerSecond: number;
  readonly toPerSecond: number;
}

/** The number of arrivals, rounded. */
export function arrivalsOf(segment: RateSegment): number {
  const { startMs, endMs, fromPerSecond, toPerSecond } = segment;
  return Math.round(((fromPerSecond + toPerSecond) / 2) * ((endMs - startMs) / 1_000));
}

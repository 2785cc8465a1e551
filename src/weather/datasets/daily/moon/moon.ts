/**
 * The phases of the moon in the order of the month, with their permanent numbers: watches may have this table
 * built in. 0 is free for a phase that is not known.
 */
export const MOON_PHASE_NUMBERS = {
  new: 1,
  'waxing-crescent': 2,
  'first-quarter': 3,
  'waxing-gibbous': 4,
  full: 5,
  'waning-gibbous': 6,
  'last-quarter': 7,
  'waning-crescent': 8,
} as const;

export type MoonPhase = keyof typeof MOON_PHASE_NUMBERS;

export const MOON_PHASES = Object.keys(MOON_PHASE_NUMBERS) as MoonPhase[];

/** The moon of a day. Instants are milliseconds since the Unix epoch. */
export interface Moon {
  readonly moonPhase: MoonPhase | null;
  /** Days since new moon. */
  readonly moonAgeDays: number | null;
  /** Null on a day on which the moon does not rise. */
  readonly moonriseAtMs: number | null;
  /** After that rise, usually on the next calendar day. */
  readonly moonsetAtMs: number | null;
}

export const UNKNOWN_MOON: Moon = {
  moonPhase: null,
  moonAgeDays: null,
  moonriseAtMs: null,
  moonsetAtMs: null,
};

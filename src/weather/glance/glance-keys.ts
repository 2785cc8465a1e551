/** A key of a glance: its one meaning at every depth, and the range of its whole numbers. */
export interface GlanceKey {
  readonly meaning: string;
  readonly min?: number;
  readonly max?: number;
  /** Null = unknown. */
  readonly nullable?: true;
}

const EPOCH_SECONDS = { min: 0, max: 9_999_999_999 } as const;
const TEMPERATURE = { min: -199, max: 199, nullable: true } as const;

/**
 * The only list of keys. docs/glance.md, the OpenAPI document and docs/contract/glance.cddl say the same in the same
 * words.
 */
export const GLANCE_KEYS = {
  v: {
    meaning: 'version of this schema: 1. Within a version keys may be added, none changes',
    min: 1,
    max: 1,
  },
  u: { meaning: 'units: `m` metric (°C, km/h, mm), `i` imperial (°F, mph, in)' },
  a: {
    meaning:
      'attribution to display: the names of the providers, such as `AccuWeather`, separated by a comma',
  },
  o: {
    meaning: 'UTC offset of the place now, minutes, east positive; local time = UTC + `o`',
    min: -1_439,
    max: 1_439,
    nullable: true,
  },
  z: {
    meaning:
      'next change of the UTC offset: `[instant, offset from then on]`, seconds since the epoch and minutes; absent when there is none in the next 24 hours',
  },
  su: {
    meaning:
      'sunrise and sunset of the local today as the clock at the place shows them: `[rise, set]`, minutes after midnight, below 0 on the day before and 1440 or more on the day after, one of the two `null` when it does not happen; `[1]` the sun is up all day, `[0]` it is down all day; `null` unknown',
    min: -1_440,
    max: 2_880,
    nullable: true,
  },
  n: { meaning: 'now' },
  h: { meaning: 'up to six consecutive hours; the columns have equal length' },
  d: { meaning: 'up to three consecutive local days of the place; the columns have equal length' },
  m: {
    meaning:
      'precipitation (rain, snow or ice) in the next hour: `[0]` none, `[0, minute]` it starts, `[1, minute]` it falls and stops, `[1]` it falls for the whole hour, `[1, null]` it falls and its end is unknown; the minute of the day in UTC; absent when unknown, or when `h` makes it unlikely',
  },
  q: {
    meaning: 'air quality of the local today by number; absent when unknown or without room',
    min: 0,
    max: 9,
  },
  mo: {
    meaning: 'phase of the moon of the local today by number; absent when unknown or without room',
    min: 1,
    max: 8,
  },
  al: {
    meaning:
      'official alerts (warnings): 1 in force or announced, 0 none, `null` unknown: never display `null` as "no danger"',
    min: 0,
    max: 1,
    nullable: true,
  },
  x: {
    meaning:
      'the blocks among `n`, `h`, `d` that are unavailable and left out; absent when all are present',
  },
  pl: {
    meaning:
      'name of the place, shortened at a character boundary to the room that is left, at most 32 bytes; absent when unknown',
  },
  t: {
    meaning: 'when the weather in `n` was observed, seconds since the epoch',
    ...EPOCH_SECONDS,
    nullable: true,
  },
  e: {
    meaning:
      'when the first part stops being fresh, seconds since the epoch; in the past when `s` is not 0',
    ...EPOCH_SECONDS,
    nullable: true,
  },
  s: {
    meaning:
      'the parts that are stale or expired, as a sum: 1 `n`, 2 `h`, 4 `d`, 8 `al`, 16 `m`; 0 when all are fresh',
    min: 0,
    max: 31,
  },
  c: { meaning: 'condition by number, 0 when unknown; of a day: by day', min: 0, max: 99 },
  l: {
    meaning:
      'daylight: 1 by day, 0 by night; of hours: a sum with 1 for the first hour, 2 for the second, 4, 8, 16, 32, each if its start is by day',
    min: 0,
    max: 63,
    nullable: true,
  },
  k: { meaning: 'temperature', ...TEMPERATURE },
  f: { meaning: 'feels-like temperature', ...TEMPERATURE },
  r: {
    meaning: 'precipitation of the past hour: tenths of a millimetre or hundredths of an inch',
    min: 0,
    max: 9_999,
    nullable: true,
  },
  i: { meaning: 'UV index', min: 0, max: 99, nullable: true },
  w: { meaning: 'wind', min: 0, max: 999, nullable: true },
  b: {
    meaning:
      'start of the first hour, seconds since the epoch: the running hour where it is known, else the next full one, which is later than now',
    ...EPOCH_SECONDS,
  },
  p: {
    meaning: 'probability of precipitation (rain, snow or ice), %; of a day: over day and night',
    min: 0,
    max: 100,
    nullable: true,
  },
  y: {
    meaning: 'the first day as the number YYYYMMDD: the local today where it is known',
    min: 0,
    max: 99_991_231,
  },
  lo: { meaning: 'lowest temperature', ...TEMPERATURE },
  hi: { meaning: 'highest temperature', ...TEMPERATURE },
} as const satisfies Readonly<Record<string, GlanceKey>>;

export type GlanceKeyName = keyof typeof GLANCE_KEYS;

/** The range of a key, where the specific type of its entry does not matter. */
export function glanceKey(key: GlanceKeyName): GlanceKey {
  return GLANCE_KEYS[key];
}

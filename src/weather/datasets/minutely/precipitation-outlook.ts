import { MINUTE_MS } from '../../durations.js';
import type {
  MinutelyForecast,
  PrecipitationInterval,
  PrecipitationType,
} from './minutely-forecast.js';

export const HOUR_MINUTES = 60;

/** The clock of the provider may be ahead of ours: a forecast that starts this much later starts now. */
const MAX_CLOCK_DIFFERENCE_MS = 2 * MINUTE_MS;

export const OUTLOOK_STATUSES = ['falling', 'expected', 'none', 'unknown'] as const;

export type OutlookStatus = (typeof OUTLOOK_STATUSES)[number];

/**
 * The precipitation of the next hour, in instants in ms since the Unix epoch. `none` only when the forecast
 * says of the whole hour that it is dry. A null end is after the hour, or not known.
 */
export type PrecipitationOutlook =
  | {
      readonly status: 'unknown' | 'none';
      readonly type: null;
      readonly startsAtMs: null;
      readonly stopsAtMs: null;
    }
  | {
      readonly status: 'falling';
      readonly type: PrecipitationType;
      readonly startsAtMs: null;
      readonly stopsAtMs: number | null;
      /** Whether the forecast says that it falls for the whole hour. */
      readonly fillsTheHour: boolean;
    }
  | {
      readonly status: 'expected';
      readonly type: PrecipitationType;
      readonly startsAtMs: number;
      readonly stopsAtMs: number | null;
    };

const UNKNOWN = { status: 'unknown', type: null, startsAtMs: null, stopsAtMs: null } as const;
const NONE = { ...UNKNOWN, status: 'none' } as const;

/**
 * The outlook at an instant. Only the first precipitation of the hour counts.
 * @param forecast null while it is unavailable
 */
export function outlookAt(forecast: MinutelyForecast | null, nowMs: number): PrecipitationOutlook {
  const intervals = forecast?.intervals ?? [];
  const fromMs = startOfHour(intervals, nowMs);
  const untilMs = minuteOf(nowMs) + HOUR_MINUTES * MINUTE_MS;
  const known = connectedFrom(intervals, fromMs);
  const first = known.findIndex(({ type }) => type !== 'none');
  const wet = known[first];
  if (!wet || wet.type === 'none' || wet.startsAtMs >= untilMs) {
    return (known.at(-1)?.endsAtMs ?? 0) >= untilMs ? NONE : UNKNOWN;
  }
  const dry = known.slice(first).find(({ type }) => type === 'none');
  const stopsAtMs = dry && dry.startsAtMs < untilMs ? dry.startsAtMs : null;
  const { type, startsAtMs } = wet;
  if (startsAtMs > fromMs) return { status: 'expected', type, startsAtMs, stopsAtMs };
  const fillsTheHour = stopsAtMs === null && (known.at(-1)?.endsAtMs ?? 0) >= untilMs;
  return { status: 'falling', type, startsAtMs: null, stopsAtMs, fillsTheHour };
}

/** Minutes from the current minute of the clock to an instant after it. */
export function minutesUntil(atMs: number, nowMs: number): number {
  return Math.ceil((atMs - minuteOf(nowMs)) / MINUTE_MS);
}

/** The start of the current minute, or of a forecast that starts a moment later. */
export function startOfHour(intervals: readonly PrecipitationInterval[], nowMs: number): number {
  const minuteMs = minuteOf(nowMs);
  const startsAtMs = intervals[0]?.startsAtMs ?? minuteMs;
  const isMomentLater = startsAtMs > minuteMs && startsAtMs - minuteMs <= MAX_CLOCK_DIFFERENCE_MS;
  return isMomentLater ? startsAtMs : minuteMs;
}

/** The intervals from an instant on, up to the first time of which nothing is known. */
function connectedFrom(
  intervals: readonly PrecipitationInterval[],
  fromMs: number,
): readonly PrecipitationInterval[] {
  const upcoming = intervals.filter(({ endsAtMs }) => endsAtMs > fromMs);
  const gap = upcoming.findIndex(
    ({ startsAtMs }, index) => startsAtMs > (upcoming[index - 1]?.endsAtMs ?? fromMs),
  );
  return gap < 0 ? upcoming : upcoming.slice(0, gap);
}

function minuteOf(nowMs: number): number {
  return Math.floor(nowMs / MINUTE_MS) * MINUTE_MS;
}

import type {
  IntervalType,
  MinutelyForecast,
  PrecipitationInterval,
} from '../../../datasets/minutely/minutely-forecast.js';
import { HOUR_MS, MINUTE_MS } from '../../../durations.js';
import { ProviderError } from '../../provider.error.js';
import {
  numberOrNull,
  recordsOf,
  textOrNull,
  valueAt,
  type JsonRecord,
} from '../../upstream/json.js';
import { isRainMeasurable, rainRate } from './accwea.reflectivity.js';

/** `Type` of a segment and `PrecipitationType` of an interval, in any case; the list of the vendor is open. */
const TYPES: ReadonlyMap<string, IntervalType> = new Map([
  ['rain', 'rain'],
  ['snow', 'snow'],
  ['ice', 'ice'],
  ['mix', 'mixed'],
  ['mixed', 'mixed'],
]);

/** Segments are of whole minutes. */
const SEGMENT_RESOLUTION_MINUTES = 1;
/** Of the intervals that the vendor offers: 1, 5 and 15 minutes. */
const LONGEST_INTERVAL_MINUTES = 15;
/** An instant further from the response is in another unit, or of another day. */
const MAX_HORIZON_MS = 6 * HOUR_MS;

interface Segment {
  readonly firstMinute: number;
  readonly lastMinute: number;
  readonly type: IntervalType;
}

/**
 * Reads MinuteCast (`/forecasts/v1/minute`). The default body has segments of minutes with a type only. The
 * body of the larger plans has intervals with the reflectivity (dBZ) as well, which are then used instead.
 * @param sentAtMs of the response: the body has no time of its own, and its minute 0 is the current one
 * @throws ProviderError when the body has neither
 */
export function toMinutelyForecast(body: unknown, sentAtMs: number): MinutelyForecast {
  const minute0Ms = Math.floor(sentAtMs / MINUTE_MS) * MINUTE_MS;
  const segments = recordsOf(valueAt(body, 'Summaries')).flatMap((one) => readSegment(one) ?? []);
  const measured = readIntervals(recordsOf(valueAt(body, 'Intervals')), segments, minute0Ms);
  const intervals =
    measured.length > 0 ? measured : segments.map((one) => toInterval(one, minute0Ms));
  if (intervals.length === 0) throw new ProviderError('malformed', 'the answer holds no minutes');
  return {
    isCovered: true,
    resolutionMinutes: measured.length > 0 ? stepMinutes(measured) : SEGMENT_RESOLUTION_MINUTES,
    intervals: withoutOverlap(intervals),
  };
}

/** A segment without a `Type` is dry; one whose `Type` is missing altogether says nothing. */
function readSegment(segment: JsonRecord): Segment | undefined {
  const firstMinute = numberOrNull(segment['StartMinute']);
  const lastMinute = numberOrNull(segment['EndMinute']);
  const type = segment['Type'] === null ? 'none' : typeOf(segment['Type']);
  if (firstMinute === null || lastMinute === null || !type) return undefined;
  return lastMinute < firstMinute ? undefined : { firstMinute, lastMinute, type };
}

function typeOf(word: unknown): IntervalType | undefined {
  const text = textOrNull(word);
  return text === null ? undefined : (TYPES.get(text.toLowerCase()) ?? 'precipitation');
}

function toInterval(
  { firstMinute, lastMinute, type }: Segment,
  minute0Ms: number,
): PrecipitationInterval {
  return {
    startsAtMs: minute0Ms + firstMinute * MINUTE_MS,
    endsAtMs: minute0Ms + (lastMinute + 1) * MINUTE_MS,
    type,
    millimetersPerHour: type === 'none' ? 0 : null,
  };
}

function readIntervals(
  intervals: readonly JsonRecord[],
  segments: readonly Segment[],
  minute0Ms: number,
): PrecipitationInterval[] {
  const starts = intervals
    .flatMap((interval) => {
      const startsAtMs = startOf(interval, minute0Ms);
      return startsAtMs === null ? [] : [{ interval, startsAtMs }];
    })
    .toSorted((a, b) => a.startsAtMs - b.startsAtMs);
  const lengthMs = shortestStep(starts.map(({ startsAtMs }) => startsAtMs));
  return starts.flatMap(({ interval, startsAtMs }) => {
    const minute = Math.floor((startsAtMs - minute0Ms) / MINUTE_MS);
    const falls = precipitationOf(interval, segmentTypeAt(segments, minute));
    return falls ? [{ startsAtMs, endsAtMs: startsAtMs + lengthMs, ...falls }] : [];
  });
}

/** `StartEpochDateTime` is in milliseconds, unlike every other epoch of the vendor. */
function startOf(interval: JsonRecord, minute0Ms: number): number | null {
  const epochMs = numberOrNull(interval['StartEpochDateTime']);
  if (epochMs !== null && Math.abs(epochMs - minute0Ms) <= MAX_HORIZON_MS) return epochMs;
  const minute = numberOrNull(interval['Minute']);
  return minute === null ? null : minute0Ms + minute * MINUTE_MS;
}

/** Undefined when the interval does not say whether anything falls. */
function precipitationOf(
  interval: JsonRecord,
  ofSegment: IntervalType | undefined,
): Pick<PrecipitationInterval, 'type' | 'millimetersPerHour'> | undefined {
  const dbz = numberOrNull(interval['Dbz']);
  const named = typeOf(interval['PrecipitationType']);
  if (dbz !== null && !isRainMeasurable(dbz)) return { type: 'none', millimetersPerHour: 0 };
  if (dbz === null) return named && { type: named, millimetersPerHour: null };
  const type = named ?? (ofSegment === 'none' ? undefined : ofSegment) ?? 'precipitation';
  return { type, millimetersPerHour: type === 'rain' ? rainRate(dbz) : null };
}

function segmentTypeAt(segments: readonly Segment[], minute: number): IntervalType | undefined {
  return segments.find(
    ({ firstMinute, lastMinute }) => minute >= firstMinute && minute <= lastMinute,
  )?.type;
}

function shortestStep(startsMs: readonly number[]): number {
  const stepsMs = startsMs.slice(1).map((startMs, index) => startMs - (startsMs[index] ?? 0));
  const longestMs = LONGEST_INTERVAL_MINUTES * MINUTE_MS;
  return Math.min(longestMs, ...stepsMs.filter((stepMs) => stepMs >= MINUTE_MS));
}

function stepMinutes([first]: readonly PrecipitationInterval[]): number | null {
  return first ? Math.round((first.endsAtMs - first.startsAtMs) / MINUTE_MS) : null;
}

/** In order of time; what starts before the end of the one before it is omitted. */
function withoutOverlap(intervals: readonly PrecipitationInterval[]): PrecipitationInterval[] {
  const kept: PrecipitationInterval[] = [];
  for (const one of intervals.toSorted((a, b) => a.startsAtMs - b.startsAtMs)) {
    if (one.startsAtMs >= (kept.at(-1)?.endsAtMs ?? -Infinity)) kept.push(one);
  }
  return kept;
}

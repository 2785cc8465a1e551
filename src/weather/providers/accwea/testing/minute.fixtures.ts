type Fields = Readonly<Record<string, unknown>>;

/** 1 January 2026, 01:00:00 UTC: minute 0 of the answers. */
export const MINUTE_0_MS = Date.UTC(2026, 0, 1, 1);

const LINKS = { Link: 'http://www.accuweather.test/?lat=48.87', MobileLink: '' };

/** A segment of the default answer. */
export function segment(StartMinute: number, EndMinute: number, Type: unknown): Fields {
  return {
    StartMinute,
    EndMinute,
    CountMinute: EndMinute - StartMinute + 1,
    MinuteText: 'Rain ending in %minute_value min',
    Type,
    TypeId: Type === null ? 0 : 1,
  };
}

/** The default answer: dry for 12 minutes, then rain for 20, then dry. */
export function minuteAnswer(
  segments: readonly unknown[] = [
    segment(0, 11, null),
    segment(12, 31, 'RAIN'),
    segment(32, 119, null),
  ],
): Fields {
  return {
    Summary: { Phrase: 'Rain starting in 12 min', Type: 'RAIN', TypeId: 1 },
    Summaries: segments,
    ...LINKS,
  };
}

/** An interval of the answer of the larger plans; those of dry ones have no type. */
export function interval(Minute: number, Dbz: unknown, type?: string): Fields {
  return {
    StartDateTime: '2026-01-01T02:00:00+01:00',
    StartEpochDateTime: MINUTE_0_MS + Minute * 60_000,
    Minute,
    Dbz,
    ShortPhrase: 'Any',
    IconCode: 12,
    CloudCover: 100,
    LightningRate: 0,
    ...(type !== undefined && { PrecipitationType: type, Threshold: 'LIGHT' }),
  };
}

/** The answer of the larger plans, in steps of 15 minutes: rain for half an hour, then dry. */
export function minuteIntervalsAnswer(
  intervals: readonly unknown[] = [
    interval(0, 23, 'Rain'),
    interval(15, 18, 'Rain'),
    ...[30, 45, 60, 75, 90, 105].map((minute) => interval(minute, 0)),
  ],
): Fields {
  return {
    Summary: { Phrase: 'Rain ending in 30 min', Phrase_60: 'Rain ending in 30 min', IconCode: 12 },
    Summaries: [{ StartMinute: 0, EndMinute: 29, MinutesText: 'Any', IconCode: 12 }],
    Intervals: intervals,
    ...LINKS,
  };
}

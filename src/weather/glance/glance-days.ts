import type { TimeZone } from '@app/local-time/time-zone.js';
import { upcomingDays } from '../datasets/upcoming.js';
import type { DailyForecast, ForecastDay } from '../datasets/daily/daily-forecast.js';
import type { UnitSystem } from '../units/units.js';
import type { UnitView } from '../view.js';
import { conditionNumber } from './condition-number.js';
import { faceValue } from './face-value.js';
import { Column, Key } from './glance-key.decorator.js';
import { PerRecord } from '../per-record.js';

const DAYS = 3;
const DAY_MS = 86_400_000;

const DERIVED = new PerRecord<DailyForecast, GlanceDays | undefined>();

/** The next local days in a glance. */
export class GlanceDays {
  @Key('y', 20260101)
  readonly y!: number;

  @Column('c', [10, 10, 10])
  readonly c!: number[];

  @Column('lo', [3, 3, 3])
  readonly lo!: (number | null)[];

  @Column('hi', [8, 8, 8])
  readonly hi!: (number | null)[];

  @Column('p', [80, 80, 80])
  readonly p!: (number | null)[];

  /** @returns undefined when all days are past */
  static of(
    forecast: DailyForecast,
    zone: TimeZone,
    { units, nowMs }: UnitView,
  ): GlanceDays | undefined {
    const upcoming = upcomingDays(forecast, zone, nowMs);
    // As for hours.
    return DERIVED.of(forecast, `${units} ${upcoming.length}`, () =>
      GlanceDays.ofDays(untilFirstGap(upcoming.slice(0, DAYS)), units),
    );
  }

  private static ofDays(days: readonly ForecastDay[], units: UnitSystem): GlanceDays | undefined {
    const [first] = days;
    if (!first) return undefined;
    return {
      y: Number(first.date.replaceAll('-', '')),
      c: days.map(({ condition }) => conditionNumber(condition)),
      lo: days.map((day) => faceValue(day.lowestCelsius, 'temperature', units)),
      hi: days.map((day) => faceValue(day.highestCelsius, 'temperature', units)),
      p: days.map((day) => faceValue(day.precipitationProbabilityPercent, 'percentage', units)),
    };
  }
}

/** The days up to the first gap, as for hours; none if the first date is invalid. */
function untilFirstGap(days: readonly ForecastDay[]): readonly ForecastDay[] {
  const first = days[0]?.date ?? '';
  const gap = days.findIndex(({ date }, index) => date !== daysAfter(first, index));
  return gap === -1 ? days : days.slice(0, gap);
}

function daysAfter(date: string, count: number): string | undefined {
  const atMs = Date.parse(`${date}T00:00:00Z`) + count * DAY_MS;
  return Number.isNaN(atMs) ? undefined : new Date(atMs).toISOString().slice(0, date.length);
}

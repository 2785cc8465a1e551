import { ApiProperty } from '@nestjs/swagger';
import type { TimeZone } from '@app/local-time/time-zone.js';
import { upcomingDays } from '../datasets/upcoming.js';
import type { DailyForecast, ForecastDay } from '../datasets/daily/daily-forecast.js';
import type { UnitSystem } from '../units/units.js';
import type { View } from '../view.js';
import { Column } from './column.decorator.js';
import { conditionNumber } from './condition-number.js';
import { faceValue } from './face-value.js';
import { PerRecord } from '../per-record.js';

const DAYS = 3;
const DAY_MS = 86_400_000;

const DERIVED = new PerRecord<DailyForecast, GlanceDays | undefined>();

/** The next local days in a glance. */
export class GlanceDays {
  @ApiProperty({
    type: 'integer',
    description: 'The first day, the local today, as YYYYMMDD. The days are consecutive.',
    example: 20260101,
  })
  readonly t!: number;

  @Column(DAYS, 'Conditions by day, by number (docs/glance.md).', [10, 10, 10])
  readonly c!: (number | null)[];

  @Column(DAYS, 'Minimum temperatures: °C or °F.', [3, 3, 3])
  readonly l!: (number | null)[];

  @Column(DAYS, 'Maximum temperatures: °C or °F.', [8, 8, 8])
  readonly h!: (number | null)[];

  @Column(DAYS, 'Probabilities of rain, snow or ice, day and night, %.', [80, 80, 80])
  readonly p!: (number | null)[];

  /** @returns undefined when all days are past */
  static of(
    forecast: DailyForecast,
    zone: TimeZone,
    { units, nowMs }: View,
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
      t: Number(first.date.replaceAll('-', '')),
      c: days.map(({ condition }) => conditionNumber(condition)),
      l: days.map((day) => faceValue(day.lowestCelsius, 'temperature', units)),
      h: days.map((day) => faceValue(day.highestCelsius, 'temperature', units)),
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

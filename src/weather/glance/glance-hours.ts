import { ApiProperty } from '@nestjs/swagger';
import { upcomingHours } from '../datasets/upcoming.js';
import type { ForecastHour, HourlyForecast } from '../datasets/hourly/hourly-forecast.js';
import type { UnitSystem } from '../units/units.js';
import type { View } from '../view.js';
import { Column } from './column.decorator.js';
import { conditionNumber } from './condition-number.js';
import { epochSeconds, faceValue } from './face-value.js';
import { PerRecord } from '../per-record.js';

const HOURS = 6;
const HOUR_MS = 3_600_000;

const DERIVED = new PerRecord<HourlyForecast, GlanceHours | undefined>();

/** The next hours in a glance: by column, which is shorter than by hour. */
export class GlanceHours {
  @ApiProperty({
    type: 'integer',
    description:
      'Start of the first hour, the current one: seconds since the epoch. The hours are consecutive.',
    example: 1767225600,
  })
  readonly t!: number;

  @Column(HOURS, 'Conditions, by number (docs/glance.md).', [10, 10, 10, 10, 10, 10])
  readonly c!: (number | null)[];

  @Column(HOURS, 'Temperatures: °C or °F.', [5, 5, 5, 5, 5, 6])
  readonly k!: (number | null)[];

  @Column(HOURS, 'Probabilities of rain, snow or ice, %.', [70, 70, 70, 70, 70, 70])
  readonly p!: (number | null)[];

  /** @returns undefined when all hours are past */
  static of(forecast: HourlyForecast, { units, nowMs }: View): GlanceHours | undefined {
    const upcoming = upcomingHours(forecast, nowMs);
    // With time hours only leave the list, so its length says which ones are in it.
    return DERIVED.of(forecast, `${units} ${upcoming.length}`, () =>
      GlanceHours.ofHours(untilFirstGap(upcoming.slice(0, HOURS)), units),
    );
  }

  private static ofHours(
    hours: readonly ForecastHour[],
    units: UnitSystem,
  ): GlanceHours | undefined {
    const t = epochSeconds(hours[0]?.startsAtMs ?? null);
    if (t === null) return undefined;
    return {
      t,
      c: hours.map(({ condition }) => conditionNumber(condition)),
      k: hours.map((hour) => faceValue(hour.temperatureCelsius, 'temperature', units)),
      p: hours.map((hour) => faceValue(hour.precipitationProbabilityPercent, 'percentage', units)),
    };
  }
}

/** The hours up to the first gap, which a column cannot represent. */
function untilFirstGap(hours: readonly ForecastHour[]): readonly ForecastHour[] {
  const gap = hours.findIndex(
    ({ startsAtMs }, index) => startsAtMs !== (hours[0]?.startsAtMs ?? 0) + index * HOUR_MS,
  );
  return gap === -1 ? hours : hours.slice(0, gap);
}

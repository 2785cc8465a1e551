import type { Position } from '@app/cells/position.js';
import { upcomingHours } from '../datasets/upcoming.js';
import type { ForecastHour, HourlyForecast } from '../datasets/hourly/hourly-forecast.js';
import { HOUR_MS } from '../durations.js';
import { PerRecord } from '../per-record.js';
import type { UnitSystem } from '../units/units.js';
import type { UnitView } from '../view.js';
import { conditionNumber } from './condition-number.js';
import { daylightAt } from './daylight.js';
import { epochSeconds, faceValue } from './face-value.js';
import { Column, Key } from './glance-key.decorator.js';

const HOURS = 6;

const DERIVED = new PerRecord<HourlyForecast, GlanceHours | undefined>();

/** The next hours in a glance: by column, which is shorter than by hour. */
export class GlanceHours {
  @Key('b', 1767225600)
  readonly b!: number;

  @Key('l', 0)
  readonly l!: number | null;

  @Column('c', [10, 10, 10, 10, 10, 10])
  readonly c!: number[];

  @Column('k', [5, 5, 5, 5, 5, 6])
  readonly k!: (number | null)[];

  @Column('p', [70, 70, 70, 70, 70, 70])
  readonly p!: (number | null)[];

  /**
   * @param position of the place
   * @returns undefined when all hours are past
   */
  static of(
    forecast: HourlyForecast,
    position: Position | null,
    { units, nowMs }: UnitView,
  ): GlanceHours | undefined {
    const upcoming = upcomingHours(forecast, nowMs);
    // With time hours only leave the list, so its length says which ones are in it.
    return DERIVED.of(forecast, `${units} ${upcoming.length}`, () =>
      GlanceHours.ofHours(untilFirstGap(upcoming.slice(0, HOURS)), position, units),
    );
  }

  private static ofHours(
    hours: readonly ForecastHour[],
    position: Position | null,
    units: UnitSystem,
  ): GlanceHours | undefined {
    const b = epochSeconds(hours[0]?.startsAtMs ?? null);
    if (b === null) return undefined;
    return {
      b,
      l: daylightMask(hours, position),
      c: hours.map(({ condition }) => conditionNumber(condition)),
      k: hours.map((hour) => faceValue(hour.temperatureCelsius, 'temperature', units)),
      p: hours.map((hour) => faceValue(hour.precipitationProbabilityPercent, 'percentage', units)),
    };
  }

  /** Without the last hour. */
  static shortened({ b, l, c, k, p }: GlanceHours): GlanceHours {
    const count = c.length - 1;
    const mask = l === null ? null : l & ((1 << count) - 1);
    return { b, l: mask, c: c.slice(0, count), k: k.slice(0, count), p: p.slice(0, count) };
  }
}

/** A bit per hour, the lowest for the first; null when one is unknown. */
function daylightMask(hours: readonly ForecastHour[], position: Position | null): number | null {
  const bits = hours.map(({ startsAtMs, isDay }) => daylightAt(startsAtMs, isDay, position));
  return bits.reduce<number | null>(
    (mask, bit, index) => (mask === null || bit === null ? null : mask | (bit << index)),
    0,
  );
}

/** The hours up to the first gap, which a column cannot represent. */
function untilFirstGap(hours: readonly ForecastHour[]): readonly ForecastHour[] {
  const gap = hours.findIndex(
    ({ startsAtMs }, index) => startsAtMs !== (hours[0]?.startsAtMs ?? 0) + index * HOUR_MS,
  );
  return gap === -1 ? hours : hours.slice(0, gap);
}

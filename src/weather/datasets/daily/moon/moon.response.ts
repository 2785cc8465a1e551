import type { TimeZone } from '@app/local-time/time-zone.js';
import { ApiInstant, ApiNullableEnum } from '../../../dto/documented.decorators.js';
import { localOrNull } from '../../../dto/instants.js';
import { Measured, measuredOf } from '../../../dto/measured.decorator.js';
import type { UnitSystem } from '../../../units/units.js';
import type { ForecastDay } from '../daily-forecast.js';
import { MOON_PHASES, type MoonPhase } from './moon.js';

/** The moon of a day of `GET /v1/forecast/daily`. */
export class MoonResponse {
  @ApiNullableEnum(
    'MoonPhase',
    MOON_PHASES,
    'From new moon to new moon; null where the provider does not name it.',
    'waxing-gibbous',
  )
  readonly phase!: MoonPhase | null;

  @Measured<ForecastDay>('moonAgeDays', 'days', 'Age: time since new moon', 12)
  readonly ageDays!: number | null;

  @ApiInstant(
    'With the UTC offset of the place; null where the moon does not rise that day.',
    '2026-01-01T14:21:00+01:00',
  )
  readonly rise!: string | null;

  @ApiInstant(
    'The moonset after that rise, usually on the next calendar day.',
    '2026-01-02T07:37:00+01:00',
  )
  readonly set!: string | null;

  static of(day: ForecastDay, zone: TimeZone, units: UnitSystem): MoonResponse {
    return {
      phase: day.moonPhase,
      ageDays: show.ageDays(day, units),
      rise: localOrNull(day.moonriseAtMs, zone),
      set: localOrNull(day.moonsetAtMs, zone),
    };
  }
}

const show = measuredOf(MoonResponse);

import { ApiProperty } from '@nestjs/swagger';
import type { TimeZone } from '@app/local-time/time-zone.js';
import { ApiNullableEnum } from '../../dto/documented.decorators.js';
import { Measured, measuredOf } from '../../dto/measured.decorator.js';
import type { View } from '../../view.js';
import { INTERVAL_TYPES, type IntervalType } from './minutely-forecast.js';
import type { PrecipitationSlot } from './precipitation-slots.js';

/** Five minutes of `GET /v1/forecast/minutely`. */
export class PrecipitationSlotResponse {
  @ApiProperty({
    format: 'date-time',
    description: 'Start of the five minutes with the UTC offset of the place.',
    example: '2026-01-01T01:10:00+01:00',
  })
  readonly time!: string;

  @ApiNullableEnum(
    'IntervalType',
    INTERVAL_TYPES,
    'What falls for most of the five minutes. `none`: nothing. `precipitation`: the provider does not say what. null: not known.',
    'rain',
  )
  readonly type!: IntervalType | null;

  @Measured<PrecipitationSlot>(
    'millimetersPerHour',
    'precipitationRate',
    'Mean intensity as water (snow as melted water); null when it is not known, also when `type` is',
    0.72,
  )
  readonly intensity!: number | null;

  static of(slot: PrecipitationSlot, zone: TimeZone, { units }: View): PrecipitationSlotResponse {
    return {
      time: zone.isoAt(slot.startsAtMs),
      type: slot.type,
      intensity: show.intensity(slot, units),
    };
  }
}

const show = measuredOf(PrecipitationSlotResponse);

import { ApiProperty } from '@nestjs/swagger';
import type { Conditions } from '../datasets/conditions/conditions.js';
import type { UnitSystem } from '../units/units.js';
import { PerRecord } from '../per-record.js';
import { conditionNumber } from './condition-number.js';
import { faceValue } from './face-value.js';

const DERIVED = new PerRecord<Conditions, GlanceNow>();

/** The current weather in a glance. */
export class GlanceNow {
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Condition, by number (docs/glance.md).',
    example: 9,
  })
  readonly c!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    enum: [0, 1, null],
    description: '1 by day, 0 by night.',
    example: 0,
  })
  readonly d!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Temperature: °C or °F.',
    example: 8,
  })
  readonly k!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Feels like: °C or °F.',
    example: 4,
  })
  readonly f!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Precipitation of the past hour: mm to 0.1 or in to 0.01.',
    example: 1,
  })
  readonly r!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'UV index.', example: 1 })
  readonly i!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Wind: km/h or mph.', example: 19 })
  readonly w!: number | null;

  static of(conditions: Conditions, units: UnitSystem): GlanceNow {
    return DERIVED.of(conditions, units, () => GlanceNow.ofConditions(conditions, units));
  }

  private static ofConditions(conditions: Conditions, units: UnitSystem): GlanceNow {
    const { isDay, precipitationPastHourMillimeters } = conditions;
    return {
      c: conditionNumber(conditions.condition),
      d: isDay === null ? null : Number(isDay),
      k: faceValue(conditions.temperatureCelsius, 'temperature', units),
      f: faceValue(conditions.feelsLikeCelsius, 'temperature', units),
      r: faceValue(precipitationPastHourMillimeters, 'precipitation', units),
      i: faceValue(conditions.uvIndex, 'index', units),
      w: faceValue(conditions.windKilometersPerHour, 'speed', units),
    };
  }
}

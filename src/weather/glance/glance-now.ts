import type { Position } from '@app/cells/position.js';
import type { Conditions } from '../datasets/conditions/conditions.js';
import { PerRecord } from '../per-record.js';
import type { UnitSystem } from '../units/units.js';
import { conditionNumber } from './condition-number.js';
import { daylightAt } from './daylight.js';
import { faceValue } from './face-value.js';
import { Key } from './glance-key.decorator.js';

const DERIVED = new PerRecord<Conditions, GlanceNow>();

/** The current weather in a glance. */
export class GlanceNow {
  @Key('c', 9)
  readonly c!: number;

  @Key('l', 0, { maximum: 1 })
  readonly l!: number | null;

  @Key('k', 8)
  readonly k!: number | null;

  @Key('f', 4)
  readonly f!: number | null;

  @Key('r', 10)
  readonly r!: number | null;

  @Key('i', 1)
  readonly i!: number | null;

  @Key('w', 19)
  readonly w!: number | null;

  /** @param position of the place, where a record always comes from */
  static of(conditions: Conditions, position: Position | null, units: UnitSystem): GlanceNow {
    return DERIVED.of(conditions, units, () => ({
      c: conditionNumber(conditions.condition),
      l: daylightAt(conditions.observedAtMs, conditions.isDay, position),
      k: faceValue(conditions.temperatureCelsius, 'temperature', units),
      f: faceValue(conditions.feelsLikeCelsius, 'temperature', units),
      r: faceValue(conditions.precipitationPastHourMillimeters, 'precipitation', units),
      i: faceValue(conditions.uvIndex, 'index', units),
      w: faceValue(conditions.windKilometersPerHour, 'speed', units),
    }));
  }
}

import type { ConditionCode } from '../../condition-code.js';
import type { AirQuality } from './air/air-quality.js';
import type { Pollen } from './air/pollen.js';
import type { Moon } from './moon/moon.js';

/** The forecast of the coming days of a place, in order. */
export interface DailyForecast {
  readonly days: readonly ForecastDay[];
  /** IANA name or `+09:30`, if the provider includes it in the forecast; otherwise the place has it. */
  readonly timeZone: string | null;
}

/** One local day of a place. A value that the provider does not give is null. */
export interface ForecastDay extends AirQuality, Pollen, Moon {
  /** The local calendar day, such as `2026-03-29`, without time and offset. */
  readonly date: string;
  /** By day. */
  readonly condition: ConditionCode | null;
  readonly nightCondition: ConditionCode | null;
  readonly lowestCelsius: number | null;
  readonly highestCelsius: number | null;
  /** Over day and night, like all fields below. */
  readonly precipitationProbabilityPercent: number | null;
  readonly precipitationMillimeters: number | null;
  /** Depth of fresh snow. */
  readonly snowCentimeters: number | null;
  readonly windKilometersPerHour: number | null;
  readonly gustKilometersPerHour: number | null;
  /** Where the wind comes from by day: 0 is north, 90 is east. */
  readonly windFromDegrees: number | null;
  /** Maximum of the day. */
  readonly uvIndex: number | null;
  /** Milliseconds since the Unix epoch; also null in polar day and polar night. */
  readonly sunriseAtMs: number | null;
  readonly sunsetAtMs: number | null;
  /** Hours of sunshine expected, by day. */
  readonly sunshineHours: number | null;
}

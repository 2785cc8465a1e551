import type { ConditionCode } from '../../condition-code.js';

/** The most hours of a forecast. */
export const MAX_HOURS = 24;

/** The forecast of the running hour, where it is known, and of the coming hours, ordered by instant. */
export interface HourlyForecast {
  readonly hours: readonly ForecastHour[];
}

/** One hour of a forecast. A value that the provider does not give is null. */
export interface ForecastHour {
  /** Milliseconds since the Unix epoch. */
  readonly startsAtMs: number;
  readonly condition: ConditionCode | null;
  readonly isDay: boolean | null;
  readonly temperatureCelsius: number | null;
  readonly feelsLikeCelsius: number | null;
  readonly humidityPercent: number | null;
  readonly cloudCoverPercent: number | null;
  readonly windKilometersPerHour: number | null;
  readonly gustKilometersPerHour: number | null;
  /** Where the wind comes from: 0 is north, 90 is east. */
  readonly windFromDegrees: number | null;
  readonly visibilityMeters: number | null;
  readonly precipitationProbabilityPercent: number | null;
  /** Depth of water of the hour; snow counts as melted. */
  readonly precipitationMillimeters: number | null;
  /** Depth of fresh snow. */
  readonly snowCentimeters: number | null;
  readonly uvIndex: number | null;
}

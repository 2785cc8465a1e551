import type { ConditionCode } from '../../condition-code.js';

export const PRECIPITATION_KINDS = ['rain', 'snow', 'ice', 'mixed'] as const;
export const PRESSURE_TRENDS = ['rising', 'steady', 'falling'] as const;

export type PrecipitationKind = (typeof PRECIPITATION_KINDS)[number];
export type PressureTrend = (typeof PRESSURE_TRENDS)[number];

/** The latest observed weather at a place. A value that the provider does not give is null. */
export interface Conditions {
  /** Milliseconds since the Unix epoch. */
  readonly observedAtMs: number | null;
  readonly condition: ConditionCode | null;
  readonly isDay: boolean | null;
  readonly temperatureCelsius: number | null;
  /** The combined effect of wind, sun and humidity. */
  readonly feelsLikeCelsius: number | null;
  readonly dewPointCelsius: number | null;
  readonly humidityPercent: number | null;
  readonly cloudCoverPercent: number | null;
  readonly windKilometersPerHour: number | null;
  readonly gustKilometersPerHour: number | null;
  /** Where the wind comes from: 0 is north, 90 is east. */
  readonly windFromDegrees: number | null;
  /** At sea level. */
  readonly pressureHectopascals: number | null;
  readonly pressureTrend: PressureTrend | null;
  readonly visibilityMeters: number | null;
  /** Depth of water of the past hour; snow counts as melted. */
  readonly precipitationPastHourMillimeters: number | null;
  /** Null when it is dry or unknown. */
  readonly precipitationKind: PrecipitationKind | null;
  readonly uvIndex: number | null;
}

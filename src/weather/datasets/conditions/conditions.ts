import type { ConditionCode } from '../../condition-code.js';

export type PrecipitationKind = 'rain' | 'snow' | 'ice' | 'mixed';
export type PressureTrend = 'rising' | 'steady' | 'falling';

/** The weather at a place as last observed. A value that the provider did not give is null. */
export interface Conditions {
  /** Milliseconds since the Unix epoch. */
  readonly observedAtMs: number | null;
  readonly condition: ConditionCode | null;
  readonly isDay: boolean | null;
  readonly temperatureCelsius: number | null;
  /** What it feels like in the shade of wind, sun and humidity together. */
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
  /** Depth of water (melted, if snow) that fell in the past hour. */
  readonly precipitationPastHourMillimeters: number | null;
  /** What falls now; null when it is dry or not told. */
  readonly precipitationKind: PrecipitationKind | null;
  readonly uvIndex: number | null;
}

import type { ConditionCode } from '../../condition-code.js';

/** The weather of the coming days of a place, in their order. */
export interface DailyForecast {
  readonly days: readonly ForecastDay[];
  /** IANA name, when the provider tells it with the forecast; else the place has it. */
  readonly timeZone: string | null;
}

/** One local day of a place. A value that the provider did not give is null. */
export interface ForecastDay {
  /** The local calendar day, `2026-03-29`: no instant, and no offset. */
  readonly date: string;
  /** By day. */
  readonly condition: ConditionCode | null;
  readonly nightCondition: ConditionCode | null;
  readonly lowestCelsius: number | null;
  readonly highestCelsius: number | null;
  /** Over day and night, as all that follows. */
  readonly precipitationProbabilityPercent: number | null;
  readonly precipitationMillimeters: number | null;
  /** Depth of fresh snow. */
  readonly snowCentimeters: number | null;
  readonly windKilometersPerHour: number | null;
  readonly gustKilometersPerHour: number | null;
  /** Where the wind comes from by day: 0 is north, 90 is east. */
  readonly windFromDegrees: number | null;
  /** Highest of the day. */
  readonly uvIndex: number | null;
  /** Milliseconds since the Unix epoch; null in polar day and night too. */
  readonly sunriseAtMs: number | null;
  readonly sunsetAtMs: number | null;
}

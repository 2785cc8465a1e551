export const PRECIPITATION_TYPES = ['rain', 'snow', 'ice', 'mixed', 'precipitation'] as const;

/** What falls; `precipitation` when the provider's word for it is not known. */
export type PrecipitationType = (typeof PRECIPITATION_TYPES)[number];

export const INTERVAL_TYPES = ['none', ...PRECIPITATION_TYPES] as const;

/** `none` is a statement of the provider: nothing falls. */
export type IntervalType = (typeof INTERVAL_TYPES)[number];

/** Precipitation of about the next two hours in one box of 0.01° (`position-key.ts`). */
export interface MinutelyForecast {
  /** False where the provider has no such forecast; then there are no intervals. */
  readonly isCovered: boolean;
  /** The shortest interval that the provider distinguishes; null when it is not known. */
  readonly resolutionMinutes: number | null;
  /** Ordered, without overlap. Of a time between them nothing is known. */
  readonly intervals: readonly PrecipitationInterval[];
}

/** A time in which the precipitation is the same. Milliseconds since the Unix epoch; the end is exclusive. */
export interface PrecipitationInterval {
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly type: IntervalType;
  /** Depth of water, snow counts as melted; null when only the type is known. */
  readonly millimetersPerHour: number | null;
}

/** The record of a position that the provider does not cover. */
export const NOT_COVERED: MinutelyForecast = {
  isCovered: false,
  resolutionMinutes: null,
  intervals: [],
};

interface ValueRange {
  readonly min: number;
  readonly max: number;
  /** How far outside a value may be to count as the nearest end: about one step of the coarsest report. */
  readonly tolerance: number;
  /** The ends are the same: a value outside continues at the other end. */
  readonly isCircular?: true;
  /** Readers round it. */
  readonly isWhole?: true;
}

/**
 * The possible values of each kind of quantity, and what is forgiven. Models and sensors overshoot by
 * rounding and interpolation; humidity also exceeds 100 % in supersaturated air. Further out is an error,
 * such as -9999 for "no data". The upper ends are far above every record on Earth.
 */
const VALUE_RANGES = {
  /** %. */
  percentage: { min: 0, max: 100, tolerance: 5 },
  uvIndex: { min: 0, max: 50, tolerance: 0.5, isWhole: true },
  /** Degrees from north. */
  windDirection: { min: 0, max: 360, tolerance: 5, isCircular: true },
  /** km/h. */
  speed: { min: 0, max: 1_000, tolerance: 0.5 },
  /** Metres; a tenth of a mile. */
  visibility: { min: 0, max: 1_000_000, tolerance: 161 },
  /** Millimetres; a hundredth of an inch. */
  precipitation: { min: 0, max: 10_000, tolerance: 0.26 },
  /** mm/h of water. Without tolerance: the least rain matters, and a negative rate is an error. */
  precipitationRate: { min: 0, max: 10_000, tolerance: 0 },
  /** Minutes that a forecast distinguishes. */
  resolutionMinutes: { min: 1, max: 60, tolerance: 0, isWhole: true },
  /** Centimetres; a tenth of an inch. */
  snow: { min: 0, max: 10_000, tolerance: 0.26 },
  /** hPa: far from 0 on Earth. */
  pressure: { min: 0, max: 2_000, tolerance: 0 },
  /** Metres above the sea: from the trenches to the summits. */
  elevation: { min: -12_000, max: 9_000, tolerance: 0 },
  /** °C, from absolute zero. */
  temperature: { min: -273.15, max: 200, tolerance: 0 },
  hoursOfDay: { min: 0, max: 24, tolerance: 0.1 },
  /** The scales end at 500; smoke of wildfires exceeds them. */
  airQualityIndex: { min: 0, max: 2_000, tolerance: 0 },
  /** Of pollen or spores. */
  particlesPerCubicMeter: { min: 0, max: 1_000_000, tolerance: 0 },
  /** Days since new moon: a month has 29.5. */
  moonAge: { min: 0, max: 30, tolerance: 0 },
} as const satisfies Record<string, ValueRange>;

/** A kind of quantity. */
export type ValueKind = keyof typeof VALUE_RANGES;

/** The value, or the end of its range if it is slightly outside; null for null and for anything further out. */
export function withinRange(kind: ValueKind, value: number | null): number | null {
  const { min, max, tolerance, isCircular }: ValueRange = VALUE_RANGES[kind];
  if (value === null || !(value >= min - tolerance && value <= max + tolerance)) return null;
  return isCircular ? around(value, max) : Math.min(Math.max(value, min), max);
}

/** Whether a value is one that a record may hold: in its range, without any tolerance. */
export function isInRange(kind: ValueKind, value: number): boolean {
  const { min, max, isWhole }: ValueRange = VALUE_RANGES[kind];
  return value >= min && value <= max && (!isWhole || Number.isInteger(value));
}

/** From 0 to below a full circle. Adds 0, because JSON has no -0. */
function around(value: number, circle: number): number {
  if (value < 0) return value + circle;
  return (value >= circle ? value - circle : value) + 0;
}

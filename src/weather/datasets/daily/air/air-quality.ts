/**
 * The categories of air quality, from the best to the worst, with their permanent numbers: watches may have
 * this table built in. The steps and their names are those of the US EPA (AirNow, "Air Quality Index basics").
 * `unknown`: the provider reports a category that this release does not know. A new category takes the next number.
 */
export const AIR_QUALITY_NUMBERS = {
  unknown: 0,
  good: 1,
  moderate: 2,
  'unhealthy-for-sensitive-groups': 3,
  unhealthy: 4,
  'very-unhealthy': 5,
  hazardous: 6,
} as const;

export type AirQualityCategory = keyof typeof AIR_QUALITY_NUMBERS;

export const AIR_QUALITY_CATEGORIES = Object.keys(AIR_QUALITY_NUMBERS) as AirQualityCategory[];

/** The air quality of a day. */
export interface AirQuality {
  readonly airQualityCategory: AirQualityCategory | null;
  /** On the provider's scale, where 0 is the best. */
  readonly airQualityIndex: number | null;
}

export const UNKNOWN_AIR_QUALITY: AirQuality = { airQualityCategory: null, airQualityIndex: null };

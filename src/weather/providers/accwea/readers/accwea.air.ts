import {
  UNKNOWN_AIR_QUALITY,
  type AirQuality,
  type AirQualityCategory,
} from '../../../datasets/daily/air/air-quality.js';
import type { Pollen, PollenCategory } from '../../../datasets/daily/air/pollen.js';
import type { Place } from '../../../places/place.js';
import { withinRange } from '../../../values/value-range.js';
import { numberOrNull, recordsOf, type JsonRecord } from '../../upstream/json.js';

/** By `CategoryValue`. The `Category` beside it is a text that may contradict it. */
const AIR_QUALITY = new Map<unknown, AirQualityCategory>([
  [1, 'good'],
  [2, 'moderate'],
  [3, 'unhealthy-for-sensitive-groups'],
  [4, 'unhealthy'],
  [5, 'very-unhealthy'],
  [6, 'hazardous'],
]);

const POLLEN = new Map<unknown, PollenCategory>([
  [1, 'low'],
  [2, 'moderate'],
  [3, 'high'],
  [4, 'very-high'],
  [5, 'extreme'],
]);

const POLLEN_NAMES = ['Grass', 'Tree', 'Ragweed', 'Mold'] as const;

/**
 * The air quality of a day (an item of `AirAndPollen`). The vendor reports 0 and "Good" where it has no data:
 * 0 counts only where the place is known to have air quality.
 */
export function toAirQuality(
  day: JsonRecord,
  { hasAirQuality }: Pick<Place, 'hasAirQuality'>,
): AirQuality {
  const { Value, CategoryValue } = itemOf(day, 'AirQuality');
  const index = withinRange('airQualityIndex', numberOrNull(Value));
  if (!hasAirQuality && !isPositive(index)) return UNKNOWN_AIR_QUALITY;
  return { airQualityCategory: categoryOf(CategoryValue, AIR_QUALITY), airQualityIndex: index };
}

/**
 * Whether a forecast has pollen. The vendor reports 0 and "Low" for everything where it has no data, so at least one
 * amount has to be above 0. In a winter without any pollen it is unknown.
 */
export function reportsPollen(
  days: readonly JsonRecord[],
  { hasPollen }: Pick<Place, 'hasPollen'>,
): boolean {
  if (hasPollen === false) return false;
  return days.some((day) => POLLEN_NAMES.some((name) => isPositive(amountOf(itemOf(day, name)))));
}

/** The pollen of a day of a forecast that `reportsPollen`. */
export function toPollen(day: JsonRecord): Pollen {
  const [grass = {}, tree = {}, ragweed = {}, mold = {}] = POLLEN_NAMES.map((name) =>
    itemOf(day, name),
  );
  return {
    grassPollenCategory: pollenCategoryOf(grass),
    grassPollenPerCubicMeter: amountOf(grass),
    treePollenCategory: pollenCategoryOf(tree),
    treePollenPerCubicMeter: amountOf(tree),
    ragweedPollenCategory: pollenCategoryOf(ragweed),
    ragweedPollenPerCubicMeter: amountOf(ragweed),
    moldSporesCategory: pollenCategoryOf(mold),
    moldSporesPerCubicMeter: amountOf(mold),
  };
}

interface Item {
  readonly Value?: unknown;
  readonly CategoryValue?: unknown;
}

function itemOf(day: JsonRecord, name: string): Item {
  return recordsOf(day['AirAndPollen']).find(({ Name }) => Name === name) ?? {};
}

function pollenCategoryOf({ CategoryValue }: Item): PollenCategory | null {
  return categoryOf(CategoryValue, POLLEN);
}

function amountOf({ Value }: Item): number | null {
  return withinRange('particlesPerCubicMeter', numberOrNull(Value));
}

/** Any other positive whole number is a category that the vendor has added. */
function categoryOf<T extends string>(
  number: unknown,
  categories: ReadonlyMap<unknown, T>,
): T | 'unknown' | null {
  const isCategory = Number.isInteger(number) && Number(number) > 0;
  return isCategory ? (categories.get(number) ?? 'unknown') : null;
}

function isPositive(amount: number | null): boolean {
  return amount !== null && amount > 0;
}

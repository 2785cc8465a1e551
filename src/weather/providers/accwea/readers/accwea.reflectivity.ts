/** Below, the vendor's own clients show nothing: drizzle that evaporates, insects, noise. */
const LEAST_DBZ = 5;
/** Hail, not rain: the formula would give 200 mm/h and more. */
const MOST_DBZ = 60;
/** Z = 200 R^1.6 (Marshall and Palmer, "The distribution of raindrops with size", 1948). */
const MARSHALL_PALMER = { a: 200, b: 1.6 };
const DECIMALS = 2;

/** Whether a radar reflectivity is that of precipitation. */
export function isRainMeasurable(dbz: number): boolean {
  return dbz > LEAST_DBZ;
}

/**
 * The rate of *rain* with a radar reflectivity, in mm/h: 23 dBZ are 1 mm/h. Snow and ice reflect differently
 * by crystal and melting, so that no formula holds for them.
 * @returns null for a reflectivity that is not that of rain
 */
export function rainRate(dbz: number): number | null {
  if (!isRainMeasurable(dbz) || dbz > MOST_DBZ) return null;
  const reflectivity = 10 ** (dbz / 10);
  const rate = (reflectivity / MARSHALL_PALMER.a) ** (1 / MARSHALL_PALMER.b);
  return Number(rate.toFixed(DECIMALS));
}

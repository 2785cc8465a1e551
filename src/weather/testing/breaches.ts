const YEAR_MS = 366 * 86_400_000;
/** An instant with any offset from UTC. */
const DAY_MS = 86_400_000;
const INSTANT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d))?$/;

/** The promised bounds, written down a second time, independently of the code that keeps them. */
const MAX_LENGTHS: Readonly<Record<string, number>> = {
  key: 100,
  name: 200,
  text: 10_000,
  title: 500,
  area: 2_000,
  source: 200,
};
const MAX_LENGTH = 100;
const MAX_ITEMS = 32;
const MAX_INTERVALS = 128;

/** In a glance: seconds since the epoch, or a day as `20260329`. */
const GLANCE_TIMES: ReadonlySet<string> = new Set(['t', 'e', 'b', 'y']);

/** What in a record or a body is beyond the promised bounds; the names of fields are those of either. */
export function breachesOf(value: unknown, nowMs: number, name = ''): string[] {
  if (value === null || typeof value === 'boolean') return [];
  if (typeof value === 'number') return isBadNumber(value, nowMs, name) ? [`${name} ${value}`] : [];
  if (typeof value === 'string') return isBadText(value, nowMs, name) ? [`${name} "${value}"`] : [];
  if (typeof value !== 'object') return [`${name} is ${typeof value}`];
  const maxItems = name === 'intervals' ? MAX_INTERVALS : MAX_ITEMS;
  if (Array.isArray(value) && value.length > maxItems) return [`${name}: ${value.length} items`];
  return Object.entries(value).flatMap(([field, inside]) =>
    breachesOf(inside, nowMs, Array.isArray(value) ? name : field),
  );
}

function isBadNumber(value: number, nowMs: number, name: string): boolean {
  if (/atMs$/i.test(name)) return !(Math.abs(value - nowMs) <= YEAR_MS);
  if (GLANCE_TIMES.has(name)) return !isGlanceTime(value, nowMs);
  if (name === 'sunshineHours') return !(value >= 0 && value <= 24);
  if (/ageDays$/i.test(name)) return !(value >= 0 && value <= 30);
  if (name === 'airQualityIndex') return !(value >= 0 && value <= 2_000);
  if (/perCubicMeter$/i.test(name)) return !(value >= 0 && value <= 1e6);
  if (/^uv/i.test(name)) return !(value >= 0 && value <= 50 && Number.isInteger(value));
  return !(Math.abs(value) < 1e7);
}

function isBadText(value: string, nowMs: number, name: string): boolean {
  if (!value.isWellFormed() || value.length > (MAX_LENGTHS[name] ?? MAX_LENGTH)) return true;
  if (name === 'text') return Buffer.byteLength(value) > 10_000;
  if (name === 'key') return !/^[\w.,-]+$/.test(value) || value === '.' || value === '..';
  if (!INSTANT.test(value) || !/date|time|At$|rise|set/i.test(name)) return false;
  return !(Math.abs(Date.parse(value) - nowMs) <= YEAR_MS + DAY_MS);
}

function isGlanceTime(value: number, nowMs: number): boolean {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(String(value)) ?? [];
  const atMs = year === undefined ? value * 1_000 : Date.parse(`${year}-${month}-${day}`);
  return Math.abs(atMs - nowMs) <= YEAR_MS + DAY_MS;
}

import type { Site } from '../../packages/simulated-weather/maths/earth.js';
import { DAY_MS, HOUR_MS } from '../../packages/simulated-weather/maths/numbers.js';
import { BadRequest, namesIn, siteOf, wholeNumber, zoneOf, type Zone } from './query.js';
import { DAILY_VARIABLES, INSTANT_VARIABLES, type Variable } from './variables.js';

const QUARTER_MS = HOUR_MS / 4;
const METRIC: Readonly<Record<string, string>> = {
  temperature_unit: 'celsius',
  wind_speed_unit: 'kmh',
  precipitation_unit: 'mm',
};

type Table = Readonly<Record<string, Variable>>;
type Body = Record<string, unknown>;

interface Rows {
  readonly table: Table;
  readonly names: readonly string[];
  /** The first row starts at the current multiple of this. */
  readonly alignedToMs: number;
  readonly stepMs: number;
  readonly count: number;
}

/**
 * The body of `/v1/forecast` for one place, in metric units only.
 * @throws BadRequest
 */
export function forecast(query: URLSearchParams, nowMs: number): Body {
  for (const [name, unit] of Object.entries(METRIC)) {
    if ((query.get(name) ?? unit) !== unit) throw new BadRequest(`Only ${unit} is simulated`);
  }
  const site = siteOf(query);
  const zone = zoneOf(query.get('timezone') ?? 'GMT', site, nowMs);
  const timeOf = timeFormat(query.get('timeformat') ?? 'iso8601', zone);
  return {
    latitude: site.latitude,
    longitude: site.longitude,
    generationtime_ms: 0.1,
    utc_offset_seconds: zone.offsetMs / 1000,
    timezone: zone.name,
    timezone_abbreviation: zone.name,
    elevation: site.elevationM,
    ...current(query, site, nowMs, timeOf),
    ...rows('minutely_15', quarterRows(query), { site, nowMs, zone, timeOf }),
    ...rows('hourly', hourlyRows(query), { site, nowMs, zone, timeOf }),
    ...rows('daily', dailyRows(query), { site, nowMs, zone, timeOf }),
  };
}

interface TimeOf {
  readonly unit: string;
  readonly format: (atMs: number, isDate: boolean) => unknown;
}

function timeFormat(format: string, { offsetMs }: Zone): TimeOf {
  if (format === 'unixtime') return { unit: format, format: (atMs) => Math.round(atMs / 1000) };
  const local = (atMs: number, isDate: boolean): string =>
    new Date(atMs + offsetMs).toISOString().slice(0, isDate ? 10 : 16);
  return { unit: 'iso8601', format: local };
}

function current(query: URLSearchParams, site: Site, nowMs: number, timeOf: TimeOf): Body {
  const names = namesIn(query, 'current', INSTANT_VARIABLES);
  if (names.length === 0) return {};
  const atMs = Math.floor(nowMs / QUARTER_MS) * QUARTER_MS;
  const values = names.map((name) => [name, INSTANT_VARIABLES[name]?.at(site, atMs, QUARTER_MS)]);
  return {
    current_units: { ...unitsOf(INSTANT_VARIABLES, names, timeOf), interval: 'seconds' },
    current: { time: timeOf.format(atMs, false), interval: 900, ...Object.fromEntries(values) },
  };
}

function hourlyRows(query: URLSearchParams): Rows {
  const days = wholeNumber(query, 'forecast_days', 7, 16);
  return {
    table: INSTANT_VARIABLES,
    names: namesIn(query, 'hourly', INSTANT_VARIABLES),
    alignedToMs: query.has('forecast_hours') ? HOUR_MS : DAY_MS,
    stepMs: HOUR_MS,
    count: wholeNumber(query, 'forecast_hours', days * 24, 384),
  };
}

function quarterRows(query: URLSearchParams): Rows {
  return {
    table: INSTANT_VARIABLES,
    names: namesIn(query, 'minutely_15', INSTANT_VARIABLES),
    alignedToMs: query.has('forecast_minutely_15') ? QUARTER_MS : DAY_MS,
    stepMs: QUARTER_MS,
    count: wholeNumber(query, 'forecast_minutely_15', 7 * 96, 1_536),
  };
}

function dailyRows(query: URLSearchParams): Rows {
  const names = namesIn(query, 'daily', DAILY_VARIABLES);
  const count = wholeNumber(query, 'forecast_days', 7, 16);
  return { table: DAILY_VARIABLES, names, alignedToMs: DAY_MS, stepMs: DAY_MS, count };
}

interface Context {
  readonly site: Site;
  readonly nowMs: number;
  readonly zone: Zone;
  readonly timeOf: TimeOf;
}

/** Data use whole-hour offsets, labels the zone's own: in zones with half-hour offsets they differ. */
function rows(block: string, request: Rows, context: Context): Body {
  const { table, names, alignedToMs, stepMs, count } = request;
  if (names.length === 0) return {};
  const { site, nowMs, zone, timeOf } = context;
  const wholeOffsetMs = Math.trunc(zone.offsetMs / HOUR_MS) * HOUR_MS;
  const localStartMs = Math.floor((nowMs + wholeOffsetMs) / alignedToMs) * alignedToMs;
  const starts = Array.from({ length: count }, (_, row) => localStartMs + row * stepMs);
  const valuesOf = ({ unit, at }: Variable): unknown[] =>
    starts.map((localMs) => {
      const value = at(site, localMs - wholeOffsetMs, stepMs);
      return unit === 'time' && value !== null ? timeOf.format(value, false) : value;
    });
  const isDate = stepMs === DAY_MS;
  const lists = names.map((name) => [name, valuesOf(table[name] as Variable)]);
  return {
    [`${block}_units`]: unitsOf(table, names, timeOf),
    [block]: {
      time: starts.map((localMs) => timeOf.format(localMs - zone.offsetMs, isDate)),
      ...Object.fromEntries(lists),
    },
  };
}

function unitsOf(table: Table, names: readonly string[], { unit: timeUnit }: TimeOf): Body {
  const units = names.map((name) => [name, table[name]?.unit.replace(/^time$/, timeUnit)]);
  return { time: timeUnit, ...Object.fromEntries(units) };
}

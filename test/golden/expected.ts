import { inUnits, type Units, type UnitView } from './in-units.js';
import { codeOf, numberOf, textOf } from './condition-texts.js';
import { AIR_QUALITY_CODES, PHASE_CODES, POLLEN_CODES } from './air-and-moon.js';
import type { ProviderDay, ProviderHour, ProviderLevel, Scenario } from './provider-data.js';
import { firstHourMs, OBSERVED_BEFORE_MS } from './wire.js';

/*
 * What a watch must read in a scenario, computed from the provider's values. Without the age of the
 * answer, and without sun times that the provider does not report.
 */

type Number = number | null;
type Body = Readonly<Record<string, unknown>>;

const TRENDS = { R: 'rising', S: 'steady', F: 'falling' } as const;

const viewOf = ({ unitTypes }: Scenario, units: Units): UnitView => ({ unitTypes, units });
/** North is 0. */
const bearing = (from: Number): Number => from && from % 360;
const highest = (a: Number, b: Number): Number =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);
/** The sum of numbers with at most two decimals. */
const sum = (a: Number, b: Number): Number =>
  a === null || b === null ? (a ?? b) : Math.round((a + b) * 100) / 100;

export function expectedPrecipitation({ now, ...scenario }: Scenario, units: Units): Body {
  const view = { ...scenario, units };
  const metres = { also: [{ dividedBy: 1_000 }], decimals: 4 };
  return {
    vis: inUnits(now.visibility, 'visibility', view),
    prcpt: inUnits(now.pastHour, 'water', view, units === 'metric' ? metres : {}),
  };
}

export function expectedConditions({ now, at, ...scenario }: Scenario, units: Units): Body {
  const view = { ...scenario, units };
  return {
    observedAt: new Date(Date.parse(at) - OBSERVED_BEFORE_MS).toISOString().replace('.000', ''),
    condition: codeOf(now.icon),
    text: textOf(now.icon, now.isDay),
    isDay: now.isDay,
    temperature: inUnits(now.temperature, 'temperature', view),
    feelsLike: inUnits(now.feelsLike, 'temperature', view),
    dewPoint: inUnits(now.dewPoint, 'temperature', view),
    humidity: now.humidity,
    cloudCover: now.cloudCover,
    windSpeed: inUnits(now.wind, 'speed', view),
    windGust: inUnits(now.gust, 'speed', view),
    windDirection: bearing(now.from),
    pressure: inUnits(now.pressure, 'pressure', view),
    pressureTrend: now.tendency && TRENDS[now.tendency],
    visibility: inUnits(now.visibility, 'visibility', view),
    precipitationPastHour: inUnits(now.pastHour, 'water', view),
    precipitationType: now.falls && now.falls.toLowerCase(),
    uvIndex: now.uv,
  };
}

/** Without the first hour, which is past. */
const comingHours = ({ hours }: Scenario): readonly ProviderHour[] => hours.slice(1);

/** Without the `time` of each hour. */
export function expectedHours(scenario: Scenario, units: Units): Body[] {
  const view = viewOf(scenario, units);
  return comingHours(scenario).map((hour) => ({
    condition: codeOf(hour.icon),
    text: textOf(hour.icon, hour.isDay),
    isDay: hour.isDay,
    temperature: inUnits(hour.temperature, 'temperature', view),
    feelsLike: inUnits(hour.feelsLike, 'temperature', view),
    humidity: hour.humidity,
    cloudCover: hour.cloudCover,
    windSpeed: inUnits(hour.wind, 'speed', view),
    windGust: inUnits(hour.gust, 'speed', view),
    windDirection: bearing(hour.from),
    visibility: inUnits(hour.visibility, 'visibility', view),
    precipitationProbability: hour.probability,
    precipitation: inUnits(hour.water, 'water', view),
    snow: inUnits(hour.snow, 'snow', view),
    uvIndex: hour.uv,
  }));
}

const comingDays = ({ days }: Scenario, today: string): readonly ProviderDay[] =>
  days.filter(({ date }) => date >= today);

export function expectedDays(scenario: Scenario, units: Units, today: string): Body[] {
  const view = viewOf(scenario, units);
  return comingDays(scenario, today).map(({ day, night, ...of }) => ({
    date: of.date,
    condition: codeOf(day.icon),
    text: textOf(day.icon, true),
    nightCondition: codeOf(night.icon),
    nightText: textOf(night.icon, false),
    temperatureMin: inUnits(of.low, 'temperature', view),
    temperatureMax: inUnits(of.high, 'temperature', view),
    precipitationProbability: highest(day.probability, night.probability),
    precipitation: inUnits(sum(day.water, night.water), 'water', view),
    snow: inUnits(sum(day.snow, night.snow), 'snow', view),
    windSpeed: inUnits(highest(day.wind, night.wind), 'speed', view),
    windGust: inUnits(highest(day.gust, night.gust), 'speed', view),
    windDirection: bearing(day.from),
    uvIndex: of.uv,
    sunrise: of.sunrise,
    sunset: of.sunset,
    polar: scenario.polar ?? null,
    sunshineHours: of.hoursOfSun,
    airQuality: expectedAirQuality(of.airQuality, scenario),
    pollen: expectedPollen(of, scenario),
    moon: {
      phase: of.moon.phase && PHASE_CODES[of.moon.phase],
      ageDays: of.moon.age,
      rise: of.moon.rise,
      set: of.moon.set,
    },
  }));
}

/** 0 means "no data" where the provider does not list air quality for the place. */
function expectedAirQuality({ value, category }: ProviderLevel, { has }: Scenario): Body {
  const isKnown = has.includes('DailyAirQualityForecast') || Number(value) > 0;
  return isKnown
    ? { category: category && AIR_QUALITY_CODES[category], index: value }
    : { category: null, index: null };
}

/** 0 on every day means "no data", and so does any value where the provider does not list pollen. */
function expectedPollen(
  day: Pick<ProviderDay, 'grass' | 'tree' | 'ragweed' | 'mold'>,
  { has, days }: Scenario,
): Body {
  const isAboveZero = days.some(({ grass, tree, ragweed, mold }) =>
    [grass, tree, ragweed, mold].some(({ value }) => Number(value) > 0),
  );
  const isKnown = has.includes('DailyPollenForecast') && isAboveZero;
  const level = ({ value, category }: ProviderLevel): Body =>
    isKnown
      ? { category: category && POLLEN_CODES[category], particlesPerCubicMeter: value }
      : { category: null, particlesPerCubicMeter: null };
  return {
    grass: level(day.grass),
    tree: level(day.tree),
    ragweed: level(day.ragweed),
    mold: level(day.mold),
  };
}

/** The numbers of air quality and moon in a glance; both absent when unknown. */
function expectedNumbers({ airQuality, moon }: ProviderDay, scenario: Scenario): Body {
  const { category } = expectedAirQuality(airQuality, scenario);
  return {
    ...(category !== null && { q: category === 'unknown' ? 0 : airQuality.category }),
    ...(moon.phase !== null && { mo: Object.keys(PHASE_CODES).indexOf(moon.phase) + 1 }),
  };
}

/** What the scenario's tables say, independently of the provider's values. */
export interface GlanceFacts {
  /** The local day. */
  readonly today: string;
  /** The UTC offset, minutes. */
  readonly o: number;
  /** The alert flag. */
  readonly al: Number;
}

/** Without `e`, the end of freshness, and without `su` and `l`, which are computed where the provider is silent. */
export function expectedGlance(
  scenario: Scenario,
  units: Units,
  { today, o, al }: GlanceFacts,
): Body {
  const [view, whole] = [viewOf(scenario, units), { decimals: 0 }];
  const { now, place, at } = scenario;
  const hours = comingHours(scenario).slice(0, 6);
  const days = comingDays(scenario, today).slice(0, 3);
  const degrees = (reported: Number): Number => inUnits(reported, 'temperature', view, whole);
  const water = inUnits(now.pastHour, 'water', view);
  return {
    v: 1,
    u: units === 'metric' ? 'm' : 'i',
    a: 'AccuWeather',
    o,
    n: {
      c: numberOf(now.icon) ?? 0,
      k: degrees(now.temperature),
      f: degrees(now.feelsLike),
      r: water && Math.round(water * (units === 'metric' ? 10 : 100)),
      i: now.uv,
      w: inUnits(now.wind, 'speed', view, whole),
    },
    h: {
      b: firstHourMs(scenario) / 1_000 + 3_600,
      c: hours.map(({ icon }) => numberOf(icon) ?? 0),
      k: hours.map(({ temperature }) => degrees(temperature)),
      p: hours.map(({ probability }) => probability),
    },
    d: {
      y: Number(today.replaceAll('-', '')),
      c: days.map(({ day }) => numberOf(day.icon) ?? 0),
      lo: days.map(({ low }) => degrees(low)),
      hi: days.map(({ high }) => degrees(high)),
      p: days.map(({ day, night }) => highest(day.probability, night.probability)),
    },
    ...(days[0] && expectedNumbers(days[0], scenario)),
    al,
    s: 0,
    pl: place.name,
    t: (Date.parse(at) - OBSERVED_BEFORE_MS) / 1_000,
  };
}

/** By hour whether it is day, as the provider says. */
export const reportedDaylight = (scenario: Scenario): (boolean | null)[] =>
  comingHours(scenario)
    .slice(0, 6)
    .map(({ isDay }) => isDay);

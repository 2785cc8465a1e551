import { inUnits, type Units, type View } from './in-units.js';
import { codeOf, numberOf, textOf } from './in-words.js';
import type { SaidDay, SaidHour, Scene } from './said.js';
import { firstHourMs, OBSERVED_BEFORE_MS } from './wire.js';

/*
 * What a watch must read in a scene, from what the provider says there. All but the age of the answer,
 * and the sun where the provider does not tell of it.
 */

type Number = number | null;
type Body = Readonly<Record<string, unknown>>;

const TRENDS = { R: 'rising', S: 'steady', F: 'falling' } as const;

const viewOf = ({ unitTypes }: Scene, units: Units): View => ({ unitTypes, units });
/** North is 0. */
const bearing = (from: Number): Number => from && from % 360;
const highest = (a: Number, b: Number): Number =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);
/** Of numbers with two decimals at most. */
const sum = (a: Number, b: Number): Number =>
  a === null || b === null ? (a ?? b) : Math.round((a + b) * 100) / 100;

export function expectedPrecipitation({ now, ...scene }: Scene, units: Units): Body {
  const view = { ...scene, units };
  const metres = { also: [{ dividedBy: 1_000 }], decimals: 4 };
  return {
    vis: inUnits(now.visibility, 'visibility', view),
    prcpt: inUnits(now.pastHour, 'water', view, units === 'metric' ? metres : {}),
  };
}

export function expectedConditions({ now, at, ...scene }: Scene, units: Units): Body {
  const view = { ...scene, units };
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

/** The first of them is past. */
const comingHours = ({ hours }: Scene): readonly SaidHour[] => hours.slice(1);

/** All but the `time` of each. */
export function expectedHours(scene: Scene, units: Units): Body[] {
  const view = viewOf(scene, units);
  return comingHours(scene).map((hour) => ({
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

const comingDays = ({ days }: Scene, today: string): readonly SaidDay[] =>
  days.filter(({ date }) => date >= today);

export function expectedDays(scene: Scene, units: Units, today: string): Body[] {
  const view = viewOf(scene, units);
  return comingDays(scene, today).map(({ day, night, ...of }) => ({
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
  }));
}

/** All but `e`, until when it is fresh. `w` is the flag that the scene's alerts raise. */
export function expectedGlance(scene: Scene, units: Units, today: string, w: Number): Body {
  const [view, whole] = [viewOf(scene, units), { decimals: 0 }];
  const { now, place, at } = scene;
  const hours = comingHours(scene).slice(0, 6);
  const days = comingDays(scene, today).slice(0, 3);
  const degrees = (said: Number): Number => inUnits(said, 'temperature', view, whole);
  return {
    t: (Date.parse(at) - OBSERVED_BEFORE_MS) / 1_000,
    s: 0,
    v: 1,
    u: units === 'metric' ? 'm' : 'i',
    a: 'AccuWeather',
    n: {
      c: numberOf(now.icon),
      d: now.isDay === null ? null : now.isDay ? 1 : 0,
      k: degrees(now.temperature),
      f: degrees(now.feelsLike),
      r: inUnits(now.pastHour, 'water', view),
      i: now.uv,
      w: inUnits(now.wind, 'speed', view, whole),
    },
    h: {
      t: firstHourMs(scene) / 1_000 + 3_600,
      c: hours.map(({ icon }) => numberOf(icon)),
      k: hours.map(({ temperature }) => degrees(temperature)),
      p: hours.map(({ probability }) => probability),
    },
    d: {
      t: Number(today.replaceAll('-', '')),
      c: days.map(({ day }) => numberOf(day.icon)),
      l: days.map(({ low }) => degrees(low)),
      h: days.map(({ high }) => degrees(high)),
      p: days.map(({ day, night }) => highest(day.probability, night.probability)),
    },
    w,
    p: place.name,
  };
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FallbackWorld } from './support/fallback-world.js';
import { villagePosition } from './support/positions.js';
import type { World } from './support/world.js';

type Fields = Readonly<Record<string, unknown>>;
type Values = Readonly<Record<string, unknown>>;

const AT_MS = Date.UTC(2026, 6, 9, 13, 1);

let fallback: FallbackWorld;
let world: World;
let positionsUsed = 0;

beforeAll(async () => {
  fallback = await FallbackWorld.start(AT_MS);
  ({ world } = fallback);
});
afterAll(() => (fallback as FallbackWorld | undefined)?.stop());

/** The conditions, the first hour or the first day at a new place. */
async function weatherOn(path: string): Promise<Fields> {
  const answer = await world.get(`${path}?${villagePosition((positionsUsed += 1))}`);
  expect([path, answer.status]).toEqual([path, 200]);
  const body = (await answer.json()) as Fields & {
    readonly hours?: Fields[];
    readonly days?: Fields[];
  };
  return body.hours?.[0] ?? body.days?.[0] ?? body;
}

/** AccuWeather has a place, and these values at an endpoint. */
function accweaSays(endpoint: 'currentconditions' | 'hourly' | 'daily', values: Values): void {
  world.simulator.fault = { kind: 'values', endpoint, values };
}

/** AccuWeather has no place, and Open-Meteo has these values. */
function openMeteoSays(values: Values): void {
  world.simulator.fault = { kind: 'null', endpoint: 'search' };
  fallback.openMeteo.values = values;
}

/** The same value in each row, for at most 25 rows. */
const each = (value: unknown): unknown[] => Array.from({ length: 25 }, () => value);

describe('AccuWeather values out of range', () => {
  it('are clamped in conditions when slightly outside', async () => {
    accweaSays('currentconditions', {
      RelativeHumidity: 102,
      CloudCover: -1,
      UVIndex: -0.1,
      'Wind.Direction.Degrees': 361,
      'Wind.Speed.Metric.Value': -0.1,
      'Visibility.Metric.Value': -0.1,
      'PrecipitationSummary.PastHour.Metric.Value': -0.01,
    });
    expect(await weatherOn('/v1/conditions')).toMatchObject({
      humidity: 100,
      cloudCover: 0,
      uvIndex: 0,
      windDirection: 1,
      windSpeed: 0,
      visibility: 0,
      precipitationPastHour: 0,
    });
    expect(await weatherOn('/prcpt')).toEqual({ vis: 0, prcpt: 0 });
    expect(await weatherOn('/uvidx')).toEqual({ uvidx: 0 });
  });

  it('are clamped in hours and days when slightly outside', async () => {
    accweaSays('hourly', {
      RelativeHumidity: 101,
      PrecipitationProbability: 100.4,
      CloudCover: 100.5,
      'TotalLiquid.Value': -0.01,
    });
    expect(await weatherOn('/v1/forecast/hourly')).toMatchObject({
      humidity: 100,
      precipitationProbability: 100,
      cloudCover: 100,
      precipitation: 0,
    });
    accweaSays('daily', {
      'DailyForecasts.Day.PrecipitationProbability': 100.4,
      'DailyForecasts.Day.TotalLiquid.Value': -0.01,
      'DailyForecasts.Night.TotalLiquid.Value': 0.5,
      'DailyForecasts.Day.Wind.Direction.Degrees': 360,
    });
    expect(await weatherOn('/v1/forecast/daily')).toMatchObject({
      precipitationProbability: 100,
      precipitation: 0.5,
      windDirection: 0,
    });
  });

  it('are null when far outside', async () => {
    accweaSays('currentconditions', {
      RelativeHumidity: 250,
      CloudCover: -99,
      UVIndex: -99,
      'Wind.Direction.Degrees': 999,
      'Visibility.Metric.Value': -9_999,
    });
    expect(await weatherOn('/v1/conditions')).toMatchObject({
      humidity: null,
      cloudCover: null,
      uvIndex: null,
      windDirection: null,
      visibility: null,
    });
  });
});

describe('Open-Meteo values out of range', () => {
  it('are clamped in conditions, hours and days when slightly outside', async () => {
    openMeteoSays({
      'current.relative_humidity_2m': 102,
      'current.cloud_cover': -1,
      'current.uv_index': -0.1,
      'current.wind_direction_10m': 361,
      'current.visibility': -1,
    });
    expect(await weatherOn('/v1/conditions')).toMatchObject({
      origin: 'open-meteo',
      humidity: 100,
      cloudCover: 0,
      uvIndex: 0,
      windDirection: 1,
      visibility: 0,
    });
    openMeteoSays({
      'hourly.precipitation_probability': each(100.4),
      'hourly.precipitation': each(-0.01),
      'hourly.snowfall': each(-0.1),
    });
    expect(await weatherOn('/v1/forecast/hourly')).toMatchObject({
      precipitationProbability: 100,
      precipitation: 0,
      snow: 0,
    });
    openMeteoSays({
      'daily.precipitation_probability_max': each(101),
      'daily.uv_index_max': each(-0.1),
    });
    expect(await weatherOn('/v1/forecast/daily')).toMatchObject({
      precipitationProbability: 100,
      uvIndex: 0,
    });
  });

  it('are null when far outside', async () => {
    openMeteoSays({ 'current.relative_humidity_2m': 250, 'current.wind_direction_10m': -9_999 });
    expect(await weatherOn('/v1/conditions')).toMatchObject({
      humidity: null,
      windDirection: null,
    });
  });
});

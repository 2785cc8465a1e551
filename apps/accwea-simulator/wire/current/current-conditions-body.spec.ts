import { describe, expect, it } from '@jest/globals';
import type { BothSystems } from '../quantity.js';
import {
  A_FLAG,
  A_NUMBER,
  A_TEXT,
  AN_INSTANT,
  both,
  bothWorded,
  DIRECTION,
  LINKS,
} from '../shapes.fixture.js';
import { manyViews, SUMMER_AFTERNOON, viewOf } from '../view.fixture.js';
import type { View } from '../view.js';
import { currentConditionsBody } from './current-conditions-body.js';

type Observation = Record<string, unknown> & { PrecipitationSummary: Record<string, BothSystems> };

const observe = (view: View): Observation => currentConditionsBody(view)[0] as Observation;
const isWet = ({ HasPrecipitation }: Observation): boolean => HasPrecipitation === true;

const IN_SHORT = {
  LocalObservationDateTime: AN_INSTANT,
  EpochTime: A_NUMBER,
  WeatherText: A_TEXT,
  WeatherIcon: A_NUMBER,
  HasPrecipitation: A_FLAG,
  PrecipitationType: null,
  IsDayTime: A_FLAG,
  Temperature: both('temperature'),
  ...LINKS,
};

const RANGE = { Minimum: both('temperature'), Maximum: both('temperature') };

const IN_DETAIL = {
  ...IN_SHORT,
  RealFeelTemperature: bothWorded('temperature'),
  RealFeelTemperatureShade: bothWorded('temperature'),
  RelativeHumidity: A_NUMBER,
  IndoorRelativeHumidity: A_NUMBER,
  DewPoint: both('temperature'),
  ApparentTemperature: both('temperature'),
  WindChillTemperature: both('temperature'),
  WetBulbTemperature: both('temperature'),
  WetBulbGlobeTemperature: both('temperature'),
  HeatIndex: both('temperature'),
  Past24HourTemperatureDeparture: both('temperature'),
  Wind: { Direction: DIRECTION, Speed: both('speed') },
  WindGust: { Speed: both('speed') },
  UVIndex: A_NUMBER,
  UVIndexFloat: A_NUMBER,
  UVIndexText: A_TEXT,
  Visibility: both('distance'),
  ObstructionsToVisibility: A_TEXT,
  CloudCover: A_NUMBER,
  Ceiling: both('height'),
  Pressure: both('pressure'),
  PressureTendency: { LocalizedText: A_TEXT, Code: expect.stringMatching(/^[FSR]$/) },
  Precip1hr: both('water'),
  PrecipitationSummary: {
    Precipitation: both('water'),
    PastHour: both('water'),
    Past3Hours: both('water'),
    Past6Hours: both('water'),
    Past9Hours: both('water'),
    Past12Hours: both('water'),
    Past18Hours: both('water'),
    Past24Hours: both('water'),
  },
  TemperatureSummary: { Past6HourRange: RANGE, Past12HourRange: RANGE, Past24HourRange: RANGE },
};

describe('the body of current conditions', () => {
  const views = manyViews();
  const observations = views.map(observe);

  it('has the vendor’s fields, with PrecipitationType null when dry', () => {
    const dry = observations.find((observation) => !isWet(observation));

    expect(dry).toStrictEqual(IN_DETAIL);
  });

  it('names the type of precipitation', () => {
    const kinds = observations.filter(isWet).map(({ PrecipitationType }) => PrecipitationType);

    expect(kinds.length).toBeGreaterThan(10);
    expect(['Rain', 'Snow', 'Ice', 'Mixed']).toEqual(expect.arrayContaining(kinds));
  });

  it('has fewer fields without details', () => {
    const short = manyViews({ details: false }).map(observe);

    expect(short.find((observation) => !isWet(observation))).toStrictEqual(IN_SHORT);
  });

  it('has an observation five to fifteen minutes old', () => {
    for (const [index, observation] of observations.entries()) {
      const ageMinutes =
        ((views[index]?.nowMs ?? 0) / 1000 - Number(observation['EpochTime'])) / 60;

      expect(ageMinutes).toBeGreaterThanOrEqual(5);
      expect(ageMinutes).toBeLessThanOrEqual(15);
    }
  });

  it('keeps an observation for ten minutes', () => {
    const times = Array.from({ length: 60 }, (_, minute) =>
      observe(viewOf({ nowMs: SUMMER_AFTERNOON + minute * 60_000 })),
    );

    expect(new Set(times.map(({ EpochTime }) => EpochTime)).size).toBeLessThanOrEqual(7);
    expect(observe(viewOf())).toEqual(observe(viewOf()));
  });

  it('has no more precipitation in a shorter span than in a longer one', () => {
    const spans = [1, 3, 6, 9, 12, 18, 24].map((hours) =>
      hours === 1 ? 'PastHour' : `Past${hours}Hours`,
    );
    for (const { PrecipitationSummary } of observations) {
      const fallenMm = spans.map((span) => PrecipitationSummary[span]?.Metric.Value ?? Number.NaN);

      expect(fallenMm).toEqual(fallenMm.toSorted((a, b) => a - b));
    }
  });

  it('rounds imperial temperatures to whole degrees close to the metric ones', () => {
    for (const observation of observations) {
      const { Metric, Imperial } = observation['Temperature'] as BothSystems;

      expect(Number.isInteger(Imperial.Value)).toBe(true);
      expect(Math.abs(Imperial.Value - (Metric.Value * 1.8 + 32))).toBeLessThanOrEqual(0.5);
    }
  });

  it('has French texts when requested', () => {
    const french = observe(viewOf({ language: 'fr-ca' }));

    expect(french).toMatchObject({ UVIndexText: expect.stringMatching(/é|Minimum/) });
    expect(french['WeatherText']).not.toBe(observe(viewOf())['WeatherText']);
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  A_FLAG,
  A_NUMBER,
  A_TEXT,
  AN_INSTANT,
  DIRECTION,
  LINKS,
  quantities,
} from '../shapes.fixture.js';
import { city, manyViews, viewOf } from '../view.fixture.js';
import { hourlyBody } from './hourly-body.js';

type HourBody = Record<string, unknown>;

const hours = (view = viewOf(), count = 12) => hourlyBody(view, count) as HourBody[];
const isWet = ({ HasPrecipitation }: HourBody) => HasPrecipitation === true;

const inShort = (metric: boolean) => ({
  DateTime: AN_INSTANT,
  EpochDateTime: A_NUMBER,
  WeatherIcon: A_NUMBER,
  IconPhrase: A_TEXT,
  HasPrecipitation: A_FLAG,
  IsDaylight: A_FLAG,
  Temperature: quantities(metric).temperature,
  PrecipitationProbability: A_NUMBER,
  ...LINKS,
});

function inDetail(metric: boolean) {
  const of = quantities(metric);
  const worded = { ...of.temperature, Phrase: A_TEXT };
  return {
    ...inShort(metric),
    RealFeelTemperature: worded,
    RealFeelTemperatureShade: worded,
    WetBulbTemperature: of.temperature,
    WetBulbGlobeTemperature: of.temperature,
    DewPoint: of.temperature,
    WindChillTemperature: of.temperature,
    HeatIndex: of.temperature,
    Wind: { Speed: of.speed, Direction: DIRECTION },
    WindGust: { Speed: of.speed },
    RelativeHumidity: A_NUMBER,
    IndoorRelativeHumidity: A_NUMBER,
    Visibility: of.distance,
    Ceiling: of.height,
    UVIndex: A_NUMBER,
    UVIndexFloat: A_NUMBER,
    UVIndexText: A_TEXT,
    ThunderstormProbability: A_NUMBER,
    RainProbability: A_NUMBER,
    SnowProbability: A_NUMBER,
    IceProbability: A_NUMBER,
    TotalLiquid: of.water,
    Rain: of.water,
    Snow: of.snow,
    Ice: of.water,
    CloudCover: A_NUMBER,
    Evapotranspiration: of.water,
    SolarIrradiance: of.irradiance,
    AccuLumenBrightnessIndex: A_NUMBER,
  };
}

describe('the body of an hourly forecast', () => {
  const all = manyViews().flatMap((view) => hours(view, 1));

  it.each([true, false])('has the vendor’s fields (metric: %s)', (metric) => {
    const view = viewOf({ metric });
    const short = viewOf({ metric, details: false });

    expect(hours(view, 72).find((hour) => !isWet(hour))).toStrictEqual(inDetail(metric));
    expect(hours(short, 72).find((hour) => !isWet(hour))).toStrictEqual(inShort(metric));
  });

  it('has type and intensity of precipitation, and neither key when dry', () => {
    for (const hour of all) {
      expect('PrecipitationType' in hour).toBe(isWet(hour));
      expect('PrecipitationIntensity' in hour).toBe(isWet(hour));
    }
    expect(all.find(isWet)).toMatchObject({
      PrecipitationType: expect.stringMatching(/^(Rain|Snow|Ice|Mixed)$/),
      PrecipitationIntensity: expect.stringMatching(/^(Light|Moderate|Heavy)$/),
    });
  });

  it('has a precipitation probability above 50 % exactly for wet hours', () => {
    for (const hour of all) {
      expect(Number(hour['PrecipitationProbability']) > 50).toBe(isWet(hour));
    }
  });

  it.each([
    ['Paris', '2026-07-09T17:00:00+02:00'],
    ['Kathmandu', '2026-07-09T21:00:00+05:45'],
    ['Kiritimati', '2026-07-10T05:00:00+14:00'],
  ])('starts in %s with the next full hour of the local clock', (name, iso) => {
    expect(hours(viewOf({ place: city(name) }))[0]?.['DateTime']).toBe(iso);
  });

  it('lists consecutive hours across a clock change', () => {
    const beforeChange = Date.UTC(2026, 9, 24, 22, 30);
    const night = hours(viewOf({ nowMs: beforeChange }), 12);
    const epochs = night.map(({ EpochDateTime }) => Number(EpochDateTime));

    expect(epochs).toEqual(epochs.map((_, index) => (epochs[0] ?? 0) + index * 3600));
    expect(night.slice(1, 4).map(({ DateTime }) => String(DateTime).slice(11))).toEqual([
      '02:00:00+02:00',
      '02:00:00+01:00',
      '03:00:00+01:00',
    ]);
  });

  it.each([1, 12, 24, 72, 120])('has %d hours when requested', (count) => {
    expect(hours(viewOf(), count)).toHaveLength(count);
  });

  it('has the same values for an hour in a later forecast', () => {
    const later = viewOf({ nowMs: viewOf().nowMs + 3 * 3_600_000 });

    expect(hours(later)[0]).toEqual(hours()[3]);
  });
});

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
import { dailyBody } from './daily-body.js';

type Json = Record<string, unknown>;
interface ItemJson extends Json {
  readonly Name: string;
  readonly Value: number;
  readonly CategoryValue: number;
}
interface DayJson extends Json {
  readonly Date: string;
  readonly EpochDate: number;
  readonly Temperature: Record<'Minimum' | 'Maximum', { Value: number }>;
  readonly Sun: Json;
  readonly Moon: Json;
  readonly AirAndPollen: readonly ItemJson[];
  readonly Day: Json;
  readonly Night: Json;
}

const days = (view = viewOf(), count = 5) =>
  dailyBody(view, count).DailyForecasts as unknown as DayJson[];
const isDry = ({ Day, Night }: DayJson) => !Day['HasPrecipitation'] && !Night['HasPrecipitation'];

/** An item of `AirAndPollen` of today. */
function itemOf(name: string, place: string, nowMs = viewOf().nowMs): ItemJson {
  const [today] = days(viewOf({ place: city(place), nowMs }));
  return today?.AirAndPollen.find(({ Name }) => Name === name) as ItemJson;
}

const dateOf = (time: unknown): string => String(time).slice(0, 10);

const halfInShort = { Icon: A_NUMBER, IconPhrase: A_TEXT, HasPrecipitation: A_FLAG };

const spread = (Value: unknown) => ({ Minimum: Value, Maximum: Value, Average: Value });

function halfInDetail(metric: boolean) {
  const of = quantities(metric);
  const wind = { Speed: of.speed, Direction: DIRECTION };
  return {
    ...halfInShort,
    ShortPhrase: A_TEXT,
    LongPhrase: A_TEXT,
    PrecipitationProbability: A_NUMBER,
    ThunderstormProbability: A_NUMBER,
    RainProbability: A_NUMBER,
    SnowProbability: A_NUMBER,
    IceProbability: A_NUMBER,
    Wind: wind,
    WindGust: wind,
    TotalLiquid: of.water,
    Rain: of.water,
    Snow: of.snow,
    Ice: of.water,
    HoursOfPrecipitation: A_NUMBER,
    HoursOfRain: A_NUMBER,
    HoursOfSnow: A_NUMBER,
    HoursOfIce: A_NUMBER,
    CloudCover: A_NUMBER,
    Evapotranspiration: of.water,
    SolarIrradiance: of.irradiance,
    RelativeHumidity: spread(A_NUMBER),
    WetBulbTemperature: spread(of.temperature),
    WetBulbGlobeTemperature: spread(of.temperature),
    UVIndexFloat: { Minimum: A_NUMBER, Maximum: A_NUMBER },
  };
}

function dayInShort(metric: boolean) {
  const { temperature } = quantities(metric);
  return {
    Date: expect.stringMatching(/T07:00:00[+-]\d\d:\d\d$/),
    EpochDate: A_NUMBER,
    Temperature: { Minimum: temperature, Maximum: temperature },
    Day: halfInShort,
    Night: halfInShort,
    Sources: ['AccuWeather'],
    ...LINKS,
  };
}

function dayInDetail(metric: boolean) {
  const { temperature } = quantities(metric);
  const worded = { ...temperature, Phrase: A_TEXT };
  return {
    ...dayInShort(metric),
    Sun: { Rise: AN_INSTANT, EpochRise: A_NUMBER, Set: AN_INSTANT, EpochSet: A_NUMBER },
    Moon: {
      Rise: AN_INSTANT,
      EpochRise: A_NUMBER,
      Set: AN_INSTANT,
      EpochSet: A_NUMBER,
      Phase: A_TEXT,
      Age: A_NUMBER,
    },
    RealFeelTemperature: { Minimum: worded, Maximum: worded },
    RealFeelTemperatureShade: { Minimum: worded, Maximum: worded },
    HoursOfSun: A_NUMBER,
    DegreeDaySummary: { Heating: temperature, Cooling: temperature },
    AirAndPollen: expect.any(Array),
    Day: halfInDetail(metric),
    Night: halfInDetail(metric),
  };
}

describe('the body of a daily forecast', () => {
  it.each([true, false])('has the vendor’s fields (metric: %s)', (metric) => {
    expect(days(viewOf({ metric }), 15).find(isDry)).toStrictEqual(dayInDetail(metric));
    expect(days(viewOf({ metric, details: false }), 15).find(isDry)).toStrictEqual(
      dayInShort(metric),
    );
  });

  it('has precipitation keys only with precipitation', () => {
    const all = manyViews({ details: false }).flatMap((view) => days(view, 1));

    for (const half of all.map(({ Day }) => Day)) {
      expect('PrecipitationType' in half).toBe(half['HasPrecipitation']);
      expect('PrecipitationIntensity' in half).toBe(half['HasPrecipitation']);
    }
  });

  it('has a headline without an end date when no event is expected', () => {
    const headlines = manyViews().map((view) => dailyBody(view, 1).Headline);
    const fields = {
      ...LINKS,
      Text: A_TEXT,
      EffectiveDate: AN_INSTANT,
      EffectiveEpochDate: A_NUMBER,
    };

    expect(headlines.find(({ Category }) => Category === '')).toStrictEqual({
      ...fields,
      Severity: 7,
      Category: '',
      EndDate: null,
      EndEpochDate: null,
    });
    expect(headlines.find(({ Category }) => Category === 'rain')).toStrictEqual({
      ...fields,
      Severity: 3,
      Category: 'rain',
      EndDate: AN_INSTANT,
      EndEpochDate: A_NUMBER,
    });
  });

  it.each([
    ['Paris', '2026-07-09T07:00:00+02:00'],
    ['Auckland', '2026-07-10T07:00:00+12:00'],
    ['Kiritimati', '2026-07-10T07:00:00+14:00'],
    ['Honolulu', '2026-07-09T07:00:00-10:00'],
  ])('starts in %s with the local today', (name, iso) => {
    const [today] = days(viewOf({ place: city(name) }));

    expect(today?.Date).toBe(iso);
    expect(today?.EpochDate).toBe(Date.parse(iso) / 1000);
  });

  it('starts with today, also late in the evening', () => {
    const lateEvening = Date.UTC(2026, 6, 9, 21, 50);

    expect(days(viewOf({ nowMs: lateEvening }))[0]?.Date).toContain('2026-07-09');
  });

  it('keeps the UTC offset of its issue across a clock change, but not for sun times', () => {
    const beforeChange = Date.UTC(2026, 2, 28, 12);

    const [today, tomorrow] = days(viewOf({ nowMs: beforeChange }));

    expect(today?.Date).toBe('2026-03-28T07:00:00+01:00');
    expect(tomorrow?.Date).toBe('2026-03-29T07:00:00+01:00');
    expect(tomorrow?.Sun['Rise']).toMatch(/^2026-03-29T07:\d\d:00\+02:00$/);
  });

  it('has neither sunrise nor sunset in polar night and polar day', () => {
    const none = { Rise: null, EpochRise: null, Set: null, EpochSet: null };
    for (const nowMs of [Date.UTC(2026, 0, 5), Date.UTC(2026, 5, 20)]) {
      expect(days(viewOf({ place: city('Longyearbyen'), nowMs }))[0]?.Sun).toEqual(none);
    }
  });

  it('has the moonset after the moonrise of the day, also on the next calendar day', () => {
    const moons = days(viewOf(), 15).map(({ Moon }) => Moon);
    const risen = moons.filter(({ EpochRise }) => EpochRise !== null);

    expect(risen.length).toBeGreaterThan(12);
    for (const { EpochRise, EpochSet } of risen) {
      expect(Number(EpochSet)).toBeGreaterThan(Number(EpochRise));
    }
    expect(risen.some(({ Rise, Set }) => dateOf(Set) !== dateOf(Rise))).toBe(true);
  });

  it('has air quality in the United States alone; elsewhere it says 0, Good', () => {
    for (const name of ['Paris', 'Tokyo', 'Montreal']) {
      expect(itemOf('AirQuality', name)).toEqual({
        Name: 'AirQuality',
        Value: 0,
        Category: 'Good',
        CategoryValue: 1,
        Type: 'Ozone',
      });
    }
    const phoenix = itemOf('AirQuality', 'Phoenix');
    expect(phoenix.Value).toBeGreaterThan(100);
    expect(phoenix).toMatchObject({ Category: 'Unhealthy (Sensitive)', CategoryValue: 3 });
  });

  it('has pollen in its season and countries; elsewhere it says 0, Low', () => {
    expect(itemOf('Grass', 'Paris')).toMatchObject({ Category: 'High', CategoryValue: 3 });
    expect(itemOf('Ragweed', 'Paris').Value).toBeGreaterThan(0);
    for (const name of ['Grass', 'Mold', 'Ragweed', 'Tree']) {
      const none = { Name: name, Value: 0, Category: 'Low', CategoryValue: 1 };
      expect(itemOf(name, 'Tokyo')).toEqual(none);
      expect(itemOf(name, 'Paris', Date.UTC(2026, 0, 1))).toEqual(none);
    }
  });

  it('has a minimum below its maximum temperature', () => {
    for (const { Temperature } of manyViews({ details: false }).flatMap((view) => days(view, 1))) {
      expect(Temperature.Minimum.Value).toBeLessThanOrEqual(Temperature.Maximum.Value);
    }
  });

  it.each([1, 5, 7, 10, 15])('has %d days when requested', (count) => {
    expect(days(viewOf({ details: false }), count)).toHaveLength(count);
  });
});

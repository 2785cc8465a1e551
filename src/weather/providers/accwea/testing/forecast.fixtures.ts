import { quantity, windDirection, type Fields } from './accwea.fixtures.js';

const HOUR_SECONDS = 3_600;

/** The record read from `hourAnswer()`. */
export const EXPECTED_HOUR = {
  startsAtMs: 1_767_225_600_000,
  condition: 'snow',
  isDay: false,
  temperatureCelsius: -2.5,
  feelsLikeCelsius: -8.1,
  humidityPercent: 93,
  cloudCoverPercent: 98,
  windKilometersPerHour: 14.8,
  gustKilometersPerHour: 35.2,
  windFromDegrees: 338,
  visibilityMeters: 3_200,
  precipitationProbabilityPercent: 76,
  precipitationMillimeters: 1.1,
  snowCentimeters: 1.3,
  uvIndex: 0,
} as const;

/** One hour of an hourly forecast: snow at midnight UTC, 1 January 2026. */
export function hourAnswer(changes: Fields = {}): Fields {
  return {
    DateTime: '2026-01-01T01:00:00+01:00',
    EpochDateTime: 1_767_225_600,
    WeatherIcon: 44,
    IconPhrase: 'Mostly cloudy w/ snow',
    HasPrecipitation: true,
    PrecipitationType: 'Snow',
    PrecipitationIntensity: 'Light',
    IsDaylight: false,
    Temperature: quantity(-2.5, 17),
    RealFeelTemperature: { ...quantity(-8.1, 17), Phrase: 'Cold' },
    RealFeelTemperatureShade: { ...quantity(-8.2, 17), Phrase: 'Cold' },
    DewPoint: quantity(-3.4, 17),
    Wind: { Speed: quantity(14.8, 7), Direction: windDirection(338) },
    WindGust: { Speed: quantity(35.2, 7) },
    RelativeHumidity: 93,
    Visibility: quantity(3.2, 6),
    Ceiling: quantity(457, 5),
    UVIndex: 0,
    UVIndexText: 'Low',
    PrecipitationProbability: 76,
    SnowProbability: 76,
    TotalLiquid: quantity(1.1, 3),
    Rain: quantity(0, 3),
    Snow: quantity(1.3, 4),
    Ice: quantity(0, 3),
    CloudCover: 98,
    Link: 'http://weather.test/',
    ...changes,
  };
}

/** The body of an hourly forecast of consecutive hours. */
export function hourlyAnswer(hours: number): Fields[] {
  return Array.from({ length: hours }, (_, hour) =>
    hourAnswer({ EpochDateTime: 1_767_225_600 + hour * HOUR_SECONDS }),
  );
}

/** The record read from `dayAnswer()`. */
export const EXPECTED_DAY = {
  date: '2026-01-01',
  condition: 'rain-and-snow',
  nightCondition: 'clear',
  lowestCelsius: -3.3,
  highestCelsius: 4.5,
  precipitationProbabilityPercent: 84,
  precipitationMillimeters: 6.4,
  snowCentimeters: 0.3,
  windKilometersPerHour: 25.9,
  gustKilometersPerHour: 53.7,
  windFromDegrees: 310,
  uvIndex: 1,
  sunriseAtMs: 1_767_253_500_000,
  sunsetAtMs: 1_767_283_380_000,
  sunshineHours: 2.3,
  airQualityCategory: 'moderate',
  airQualityIndex: 61,
  grassPollenCategory: 'low',
  grassPollenPerCubicMeter: 0,
  treePollenCategory: 'moderate',
  treePollenPerCubicMeter: 34,
  ragweedPollenCategory: 'extreme',
  ragweedPollenPerCubicMeter: 812,
  moldSporesCategory: 'high',
  moldSporesPerCubicMeter: 13_680,
  moonPhase: 'waxing-gibbous',
  moonAgeDays: 12,
  moonriseAtMs: 1_767_274_200_000,
  moonsetAtMs: 1_767_336_540_000,
} as const;

/** One day of a daily forecast: rain and snow by day, clear by night, 1 January 2026. */
export function dayAnswer(changes: Fields = {}): Fields {
  return {
    Date: '2026-01-01T07:00:00+01:00',
    EpochDate: 1_767_247_200,
    Sun: {
      Rise: '2026-01-01T08:45:00+01:00',
      EpochRise: 1_767_253_500,
      Set: '2026-01-01T17:03:00+01:00',
      EpochSet: 1_767_283_380,
    },
    Moon: {
      Rise: '2026-01-01T14:30:00+01:00',
      EpochRise: 1_767_274_200,
      Set: '2026-01-02T07:49:00+01:00',
      EpochSet: 1_767_336_540,
      Phase: 'WaxingGibbous',
      Age: 12,
    },
    Temperature: { Minimum: quantity(-3.3, 17), Maximum: quantity(4.5, 17) },
    AirAndPollen: [
      { Name: 'AirQuality', Value: 61, Category: 'Moderate', CategoryValue: 2, Type: 'Ozone' },
      { Name: 'UVIndex', Value: 1, Category: 'Low', CategoryValue: 1 },
      { Name: 'Grass', Value: 0, Category: 'Low', CategoryValue: 1 },
      { Name: 'Mold', Value: 13_680, Category: 'High', CategoryValue: 3 },
      { Name: 'Ragweed', Value: 812, Category: 'Extreme', CategoryValue: 5 },
      { Name: 'Tree', Value: 34, Category: 'Moderate', CategoryValue: 2 },
    ],
    HoursOfSun: 2.3,
    Day: halfDayAnswer(),
    Night: halfDayAnswer({
      Icon: 33,
      IconPhrase: 'Clear',
      PrecipitationProbability: 12,
      Wind: { Speed: quantity(9.3, 7), Direction: windDirection(285) },
      WindGust: { Speed: quantity(53.7, 7), Direction: windDirection(324) },
      TotalLiquid: quantity(0.1, 3),
      Snow: quantity(0.1, 4),
      UVIndexFloat: { Minimum: 0, Maximum: 0.2 },
    }),
    Sources: ['AccuWeather'],
    Link: 'http://weather.test/',
    ...changes,
  };
}

/** `Day` or `Night` of a day. */
export function halfDayAnswer(changes: Fields = {}): Fields {
  return {
    Icon: 29,
    IconPhrase: 'Rain and snow',
    PrecipitationProbability: 84,
    Wind: { Speed: quantity(25.9, 7), Direction: windDirection(310) },
    WindGust: { Speed: quantity(48.2, 7), Direction: windDirection(318) },
    TotalLiquid: quantity(6.3, 3),
    Rain: quantity(5.9, 3),
    Snow: quantity(0.2, 4),
    Ice: quantity(0, 3),
    HoursOfPrecipitation: 5.5,
    CloudCover: 91,
    UVIndexFloat: { Minimum: 0.1, Maximum: 1.4 },
    ...changes,
  };
}

/** The body of a daily forecast of these days. */
export function dailyAnswer(days: readonly unknown[] = [dayAnswer()]): Fields {
  return {
    Headline: { EffectiveEpochDate: 1_767_247_200, Severity: 4, Category: '', EndEpochDate: null },
    DailyForecasts: days,
  };
}

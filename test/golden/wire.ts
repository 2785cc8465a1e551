import type {
  ProviderAlert,
  ProviderDay,
  ProviderHalfDay,
  ProviderHour,
  ProviderLevel,
  ProviderMoon,
  ProviderConditions,
  Scenario,
  UnitTypes,
} from './provider-data.js';

/*
 * AccuWeather's bodies, written from its field tables: the values of a scenario in their fields, and some
 * fields that the API does not read.
 */

const HOUR_SECONDS = 3_600;
const OBSERVED_BEFORE_SECONDS = 420;

export const OBSERVED_BEFORE_MS = OBSERVED_BEFORE_SECONDS * 1_000;

type Value = number | null;

const quantity = (value: Value, unitType: number) => ({
  Value: value,
  Unit: 'as coded',
  UnitType: unitType,
});

/** The API reads the metric half, which is finer. The imperial half is wrong, so that a test fails if it is read. */
const inBoth = (value: Value, unitType: number) => ({
  Metric: quantity(value, unitType),
  Imperial: quantity(value === null ? null : value + 1_000, unitType),
});

const direction = (degrees: Value) => ({ Degrees: degrees, Localized: 'N', English: 'N' });

const epochOf = (time: string | null): Value => (time === null ? null : Date.parse(time) / 1_000);

export function locationBody({ place, position, alerts, has }: Scenario): object {
  const [latitude, longitude] = position;
  return {
    Version: 1,
    Key: keyOf(place.name),
    Type: 'City',
    Rank: 20,
    LocalizedName: `${place.name}in the local language`,
    EnglishName: place.name,
    PrimaryPostalCode: '',
    Country: { ID: place.country, LocalizedName: place.country, EnglishName: place.country },
    TimeZone: { Code: 'ANY', Name: place.zone, GmtOffset: 99, IsDaylightSaving: false },
    GeoPosition: { Latitude: latitude, Longitude: longitude, Elevation: inBoth(40, 5) },
    IsAlias: false,
    SupplementalAdminAreas: [],
    DataSets: [...(alerts ? ['Alerts'] : []), 'AirQualityForecasts', 'MinuteCast', ...has],
  };
}

export const keyOf = (placeName: string): string => `${placeName.replaceAll(' ', '-')}_PC`;

export function conditionsBody({ at, now, unitTypes }: Scenario): object[] {
  const { temperature, speed, water, pressure, visibility } = unitTypes;
  return [
    {
      LocalObservationDateTime: '1999-01-01T00:00:00+00:00',
      EpochTime: (epochOf(at) ?? 0) - OBSERVED_BEFORE_SECONDS,
      WeatherText: 'Text of the provider',
      WeatherIcon: now.icon,
      HasPrecipitation: now.falls !== null,
      PrecipitationType: now.falls,
      IsDayTime: now.isDay,
      Temperature: inBoth(now.temperature, temperature),
      RealFeelTemperature: inBoth(now.feelsLike, temperature),
      ApparentTemperature: inBoth(99, temperature),
      RelativeHumidity: now.humidity,
      IndoorRelativeHumidity: 1,
      DewPoint: inBoth(now.dewPoint, temperature),
      Wind: { Direction: direction(now.from), Speed: inBoth(now.wind, speed) },
      WindGust: { Speed: inBoth(now.gust, speed) },
      UVIndex: now.uv,
      UVIndexText: 'Low',
      Visibility: inBoth(now.visibility, visibility),
      CloudCover: now.cloudCover,
      Ceiling: inBoth(457, 5),
      Pressure: inBoth(now.pressure, pressure),
      PressureTendency: { LocalizedText: 'Text of the provider', Code: now.tendency },
      PrecipitationSummary: {
        Precipitation: inBoth(99, water),
        PastHour: inBoth(now.pastHour, water),
        Past3Hours: inBoth(99, water),
      },
      ...extraOf(now),
    },
  ];
}

const extraOf = ({ icon }: ProviderConditions) => ({
  Link: `http://weather.test/${icon}`,
  AddedInThisYear: {},
});

/** The start of a scenario's first hour, the one before the current hour. */
export function firstHourMs({ at }: Scenario): number {
  const hourMs = HOUR_SECONDS * 1_000;
  return (Math.floor(Date.parse(at) / hourMs) - 1) * hourMs;
}

export function hourlyBody(scenario: Scenario): object[] {
  const first = firstHourMs(scenario) / 1_000;
  return scenario.hours.map((hour, index) => ({
    DateTime: '1999-01-01T00:00:00+00:00',
    EpochDateTime: first + index * HOUR_SECONDS,
    ...hourFields(hour, scenario.unitTypes),
  }));
}

function hourFields(hour: ProviderHour, unitTypes: UnitTypes): object {
  const { temperature, speed, water, snow, visibility } = unitTypes;
  return {
    WeatherIcon: hour.icon,
    IconPhrase: 'Text of the provider',
    HasPrecipitation: false,
    IsDaylight: hour.isDay,
    Temperature: quantity(hour.temperature, temperature),
    RealFeelTemperature: { ...quantity(hour.feelsLike, temperature), Phrase: 'Mild' },
    DewPoint: quantity(99, temperature),
    Wind: { Speed: quantity(hour.wind, speed), Direction: direction(hour.from) },
    WindGust: { Speed: quantity(hour.gust, speed) },
    RelativeHumidity: hour.humidity,
    Visibility: quantity(hour.visibility, visibility),
    UVIndex: hour.uv,
    PrecipitationProbability: hour.probability,
    RainProbability: 1,
    TotalLiquid: quantity(hour.water, water),
    Rain: quantity(99, water),
    Snow: quantity(hour.snow, snow),
    CloudCover: hour.cloudCover,
  };
}

export function dailyBody({ days, unitTypes }: Scenario): object {
  return {
    Headline: { Severity: 4, Text: 'Text of the provider', Category: '', EndEpochDate: null },
    DailyForecasts: days.map((day) => dayFields(day, unitTypes)),
  };
}

function dayFields(day: ProviderDay, unitTypes: UnitTypes): object {
  const { temperature } = unitTypes;
  return {
    // The vendor writes the offset of the time of issue, which is wrong for half of the days.
    Date: `${day.date}T07:00:00-11:00`,
    EpochDate: 1,
    Sun: { EpochRise: epochOf(day.sunrise), EpochSet: epochOf(day.sunset) },
    Moon: moonFields(day.moon),
    Temperature: {
      Minimum: quantity(day.low, temperature),
      Maximum: quantity(day.high, temperature),
    },
    RealFeelTemperature: { Minimum: quantity(99, temperature), Maximum: quantity(99, temperature) },
    HoursOfSun: day.hoursOfSun,
    AirAndPollen: [
      { ...levelFields('AirQuality', day.airQuality), Type: 'Ozone' },
      levelFields('Grass', day.grass),
      levelFields('Mold', day.mold),
      levelFields('Ragweed', day.ragweed),
      levelFields('Tree', day.tree),
      levelFields('UVIndex', { value: day.uv, category: 1 }),
    ],
    Day: halfFields(day.day, unitTypes),
    Night: halfFields(day.night, unitTypes),
  };
}

const moonFields = ({ phase, age, rise, set }: ProviderMoon): object => ({
  Rise: '1999-01-01T00:00:00+00:00',
  EpochRise: epochOf(rise),
  Set: '1999-01-01T00:00:00+00:00',
  EpochSet: epochOf(set),
  Phase: phase,
  Age: age,
});

/** The text is not the category. */
const levelFields = (Name: string, { value, category }: ProviderLevel): object => ({
  Name,
  Value: value,
  Category: 'Unhealthy (Sensitive)',
  CategoryValue: category,
});

function halfFields(half: ProviderHalfDay, { speed, water, snow }: UnitTypes): object {
  return {
    Icon: half.icon,
    IconPhrase: 'Text of the provider',
    PrecipitationProbability: half.probability,
    Wind: { Speed: quantity(half.wind, speed), Direction: direction(half.from) },
    WindGust: { Speed: quantity(half.gust, speed), Direction: direction(1) },
    TotalLiquid: quantity(half.water, water),
    Rain: quantity(99, water),
    Snow: quantity(half.snow, snow),
    Ice: quantity(99, water),
    CloudCover: 1,
  };
}

export function alertsBody({ alerts = [], place }: Scenario): object[] {
  return alerts.map((alert) => alertFields(alert, place.country));
}

function alertFields(alert: ProviderAlert, country: string): object {
  return {
    CountryCode: country,
    AlertID: alert.id,
    Description: { Localized: 'Localized title', English: alert.title },
    Category: alert.category,
    Priority: alert.priority,
    Class: null,
    Level: null,
    Source: alert.source,
    Area: [
      {
        Name: alert.area,
        EpochStartTime: epochOf(alert.startsAt),
        EpochEndTime: epochOf(alert.endsAt),
        Text: alert.text,
        LanguageCode: 'en',
      },
    ],
  };
}

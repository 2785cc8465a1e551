export type Fields = Readonly<Record<string, unknown>>;

const UNITS: Readonly<Record<number, string>> = {
  0: 'ft',
  1: 'in',
  2: 'mi',
  3: 'mm',
  4: 'cm',
  5: 'm',
  6: 'km',
  7: 'km/h',
  9: 'mi/h',
  12: 'inHg',
  14: 'mb',
  17: 'C',
  18: 'F',
};

/** A quantity in the format of the vendor: `{Value, Unit, UnitType}`. */
export function quantity(value: unknown, unitType: number): Fields {
  return { Value: value, Unit: UNITS[unitType] ?? 'unknown', UnitType: unitType };
}

/** A quantity in both unit systems, as in current conditions. */
export function inBothSystems(metric: unknown, imperial: unknown): Fields {
  return { Metric: metric, Imperial: imperial };
}

/** The `Direction` of a `Wind`. */
export function windDirection(degrees: unknown): Fields {
  return { Degrees: degrees, Localized: 'somewhere', English: 'somewhere' };
}

/** The record read from `conditionsAnswer()`. */
export const EXPECTED_CONDITIONS = {
  observedAtMs: 1_767_225_600_000,
  condition: 'rain',
  isDay: false,
  temperatureCelsius: 7.5,
  feelsLikeCelsius: 4.2,
  dewPointCelsius: 6.1,
  humidityPercent: 91,
  cloudCoverPercent: 100,
  windKilometersPerHour: 18.5,
  gustKilometersPerHour: 33.3,
  windFromDegrees: 225,
  pressureHectopascals: 1_008.5,
  pressureTrend: 'falling',
  visibilityMeters: 8_000,
  precipitationPastHourMillimeters: 1.2,
  precipitationKind: 'rain',
  uvIndex: 2,
} as const;

/** The body of current conditions: a list of one. */
export function conditionsAnswer(changes: Fields = {}): [Fields] {
  return [
    {
      LocalObservationDateTime: '2026-01-01T01:00:00+01:00',
      EpochTime: 1_767_225_600,
      WeatherText: 'Light rain',
      WeatherIcon: 18,
      HasPrecipitation: true,
      PrecipitationType: 'Rain',
      IsDayTime: false,
      Temperature: inBothSystems(quantity(7.5, 17), quantity(46, 18)),
      RealFeelTemperature: inBothSystems(quantity(4.2, 17), quantity(40, 18)),
      RealFeelTemperatureShade: inBothSystems(quantity(4.1, 17), quantity(39, 18)),
      RelativeHumidity: 91,
      IndoorRelativeHumidity: 60,
      DewPoint: inBothSystems(quantity(6.1, 17), quantity(43, 18)),
      Wind: {
        Direction: windDirection(225),
        Speed: inBothSystems(quantity(18.5, 7), quantity(11.5, 9)),
      },
      WindGust: { Speed: inBothSystems(quantity(33.3, 7), quantity(20.7, 9)) },
      UVIndex: 2,
      UVIndexText: 'Low',
      Visibility: inBothSystems(quantity(8, 6), quantity(5, 2)),
      ObstructionsToVisibility: 'R-',
      CloudCover: 100,
      Ceiling: inBothSystems(quantity(457, 5), quantity(1_500, 0)),
      Pressure: inBothSystems(quantity(1_008.5, 14), quantity(29.78, 12)),
      PressureTendency: { LocalizedText: 'Falling', Code: 'F' },
      ApparentTemperature: inBothSystems(quantity(9.4, 17), quantity(49, 18)),
      Precip1hr: inBothSystems(quantity(1.3, 3), quantity(0.05, 1)),
      PrecipitationSummary: {
        Precipitation: inBothSystems(quantity(4.4, 3), quantity(0.17, 1)),
        PastHour: inBothSystems(quantity(1.2, 3), quantity(0.05, 1)),
        Past3Hours: inBothSystems(quantity(6.1, 3), quantity(0.24, 1)),
      },
      MobileLink: 'http://weather.test/mobile',
      Link: 'http://weather.test/',
      ...changes,
    },
  ];
}

/** The body of a geoposition search: one place, some 300 m from `PARIS`. */
export function locationAnswer(changes: Fields = {}): Fields {
  return {
    Version: 1,
    Key: '166808_PC',
    Type: 'PostalCode',
    Rank: 55,
    LocalizedName: 'Paris-8E-Arrondissement',
    EnglishName: 'Paris 08',
    PrimaryPostalCode: '75008',
    Region: { ID: 'EUR', LocalizedName: 'Europe', EnglishName: 'Europe' },
    Country: { ID: 'FR', LocalizedName: 'France', EnglishName: 'France' },
    TimeZone: {
      Code: 'CET',
      Name: 'Europe/Paris',
      GmtOffset: 1,
      IsDaylightSaving: false,
      NextOffsetChange: '2026-03-29T01:00:00Z',
    },
    GeoPosition: {
      Latitude: 48.8723,
      Longitude: 2.3051,
      Elevation: inBothSystems(quantity(40, 5), quantity(131, 0)),
    },
    IsAlias: false,
    SupplementalAdminAreas: [],
    DataSets: ['Alerts', 'DailyAirQualityForecast', 'MinuteCast'],
    ...changes,
  };
}

export const PARIS = { latitude: 48.875, longitude: 2.305 } as const;

/** The three formats of an AccuWeather error; each quotes the key where the real one does. */
export function refusals(code: string, message: string, key: string): Record<string, string> {
  const url = `/currentconditions/v1/1?apikey=${key}&details=true`;
  const legacy = { Code: code, Message: message, Reference: url };
  return {
    legacy: JSON.stringify(legacy),
    'problem+json': JSON.stringify({
      type: 'https://httpproblems.test/',
      title: 'Problem',
      instance: url,
      trace: { timestamp: '2026-01-01T00:00:00Z', requestId: 'r-1', buildId: 'b-1' },
      ...legacy,
      Reference: `https://dataservice.accuweather.com${url}`,
    }),
    HTML: `<html><h1>${message}</h1><a href="${url}">${code}</a></html>`,
  };
}

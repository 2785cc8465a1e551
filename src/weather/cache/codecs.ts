import type { Codec } from '@app/read-through/read-through.options.js';
import type { Alert, Alerts } from '../datasets/alerts/alerts.js';
import type { Conditions } from '../datasets/conditions/conditions.js';
import type { DailyForecast, ForecastDay } from '../datasets/daily/daily-forecast.js';
import type { Datasets } from '../datasets/registry.js';
import type { ForecastHour, HourlyForecast } from '../datasets/hourly/hourly-forecast.js';
import type { Place } from '../places/place.js';
import { compactCodec, flat, listOf, type Shape } from '../datasets/compact-codec.js';

/** The place of a cell; `place` is null where there is none, which is worth remembering too. */
export interface PlaceRecord {
  readonly place: Place | null;
}

const placeCodec = compactCodec(
  flat<Place>({
    key: 'k',
    name: 'n',
    country: 'c',
    timeZone: 'z',
    position: 'p',
    hasAlerts: 'a',
  }),
);

const NO_PLACE = '-';

export const placeRecordCodec: Codec<PlaceRecord> = {
  encode: ({ place }) => (place ? placeCodec.encode(place) : NO_PLACE),
  decode: (text) => {
    if (text === NO_PLACE) return { place: null };
    const place = placeCodec.decode(text);
    return place && { place };
  },
};

const conditions = flat<Conditions>({
  observedAtMs: 'o',
  condition: 'c',
  isDay: 'd',
  temperatureCelsius: 't',
  feelsLikeCelsius: 'f',
  dewPointCelsius: 'dp',
  humidityPercent: 'h',
  cloudCoverPercent: 'cc',
  windKilometersPerHour: 'w',
  gustKilometersPerHour: 'g',
  windFromDegrees: 'wd',
  pressureHectopascals: 'p',
  pressureTrend: 'pt',
  visibilityMeters: 'v',
  precipitationPastHourMillimeters: 'r',
  precipitationKind: 'pk',
  uvIndex: 'u',
});

const hours = listOf(
  flat<ForecastHour>({
    startsAtMs: 's',
    condition: 'c',
    isDay: 'd',
    temperatureCelsius: 't',
    feelsLikeCelsius: 'f',
    humidityPercent: 'h',
    cloudCoverPercent: 'cc',
    windKilometersPerHour: 'w',
    gustKilometersPerHour: 'g',
    windFromDegrees: 'wd',
    visibilityMeters: 'v',
    precipitationProbabilityPercent: 'pp',
    precipitationMillimeters: 'r',
    snowCentimeters: 'sn',
    uvIndex: 'u',
  }),
  'h',
);

const hourly: Shape<HourlyForecast> = {
  pack: (forecast) => hours.pack(forecast.hours),
  unpack: (stored) => {
    const list = hours.unpack(stored);
    return list && { hours: list };
  },
};

const days = listOf(
  flat<ForecastDay>({
    date: 'on',
    condition: 'c',
    nightCondition: 'nc',
    lowestCelsius: 'l',
    highestCelsius: 'h',
    precipitationProbabilityPercent: 'pp',
    precipitationMillimeters: 'r',
    snowCentimeters: 'sn',
    windKilometersPerHour: 'w',
    gustKilometersPerHour: 'g',
    windFromDegrees: 'wd',
    uvIndex: 'u',
    sunriseAtMs: 'sr',
    sunsetAtMs: 'ss',
  }),
  'd',
);

const zone = flat<Pick<DailyForecast, 'timeZone'>>({ timeZone: 'z' });

const daily: Shape<DailyForecast> = {
  pack: (forecast) => ({ ...days.pack(forecast.days), ...zone.pack(forecast) }),
  unpack: (stored) => {
    const list = days.unpack(stored);
    const zoned = zone.unpack(stored);
    return list && zoned && { days: list, ...zoned };
  },
};

const listOfAlerts = listOf(
  flat<Alert>({
    id: 'i',
    title: 't',
    severity: 'v',
    category: 'c',
    source: 's',
    area: 'a',
    text: 'x',
    startsAtMs: 'b',
    endsAtMs: 'e',
  }),
  'a',
);

const alerts: Shape<Alerts> = {
  pack: (record) => listOfAlerts.pack(record.alerts),
  unpack: (stored) => {
    const list = listOfAlerts.unpack(stored);
    return list && { alerts: list };
  },
};

/** How each dataset is stored. */
export const datasetCodecs: { readonly [D in keyof Datasets]: Codec<Datasets[D]> } = {
  conditions: compactCodec(conditions),
  hourly: compactCodec(hourly),
  daily: compactCodec(daily),
  alerts: compactCodec(alerts),
};

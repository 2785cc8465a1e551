import type { Variables } from './open-meteo.rows.js';
import * as is from './open-meteo.units.js';

/** Variables that describe the instant of a row, in current conditions or a forecast. */
export const MOMENT = {
  weatherCode: ['weather_code', is.wmoCode],
  isDay: ['is_day', is.flag],
  temperatureCelsius: ['temperature_2m', is.celsius],
  feelsLikeCelsius: ['apparent_temperature', is.celsius],
  humidityPercent: ['relative_humidity_2m', is.percent],
  cloudCoverPercent: ['cloud_cover', is.percent],
  windKilometersPerHour: ['wind_speed_10m', is.kilometersPerHour],
  windFromDegrees: ['wind_direction_10m', is.degrees],
  visibilityMeters: ['visibility', is.meters],
} as const satisfies Variables<string>;

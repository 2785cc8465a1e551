import type { Alert, Alerts } from '../datasets/alerts/alerts.js';
import type { Conditions } from '../datasets/conditions/conditions.js';
import type { DailyForecast, ForecastDay } from '../datasets/daily/daily-forecast.js';
import type { ForecastHour, HourlyForecast } from '../datasets/hourly/hourly-forecast.js';
import type {
  IntervalType,
  MinutelyForecast,
  PrecipitationInterval,
} from '../datasets/minutely/minutely-forecast.js';
import type { Place } from '../places/place.js';

const HOUR_MS = 3_600_000;
const NEW_YEAR_MS = Date.UTC(2026, 0, 1);

export const VILLAGE: Place = {
  key: 'village',
  name: 'Village',
  country: 'FR',
  timeZone: 'Europe/Paris',
  utcOffset: null,
  position: { latitude: 48.872, longitude: 2.31 },
  elevationMetres: null,
  cityKey: null,
  hasAlerts: true,
  hasAirQuality: true,
  hasPollen: true,
  hasMinutely: true,
};

export const DRIZZLE: Conditions = {
  observedAtMs: NEW_YEAR_MS,
  condition: 'drizzle',
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
  visibilityMeters: 9_700,
  precipitationPastHourMillimeters: 1,
  precipitationKind: 'rain',
  uvIndex: 1,
};

/** Midnight UTC, 1 January 2026, and 23 more. */
export const RAINY_HOURS: HourlyForecast = {
  hours: Array.from({ length: 24 }, (_, hour) => rainyHour(NEW_YEAR_MS + hour * HOUR_MS, hour)),
};

/** The same without precipitation. */
export const DRY_HOURS: HourlyForecast = {
  hours: RAINY_HOURS.hours.map((hour) => ({
    ...hour,
    condition: 'cloudy',
    precipitationProbabilityPercent: 10,
    precipitationMillimeters: 0,
  })),
};

/** From midnight UTC, 1 January 2026: dry for 12 minutes, then rain for 20, then dry to two o'clock. */
export const RAIN_IN_12_MINUTES: MinutelyForecast = {
  isCovered: true,
  resolutionMinutes: 1,
  intervals: [
    dryOrWet(0, 12, 'none', 0),
    dryOrWet(12, 32, 'rain', 1.2),
    dryOrWet(32, 120, 'none', 0),
  ],
};

/** 1 to 10 January 2026. */
export const RAINY_DAYS: DailyForecast = {
  timeZone: null,
  days: Array.from({ length: 10 }, (_, day) => rainyDay(day + 1)),
};

export const NO_ALERTS: Alerts = { alerts: [] };

/** From midnight UTC, 1 January 2026, to six. */
export const GALE: Alert = {
  id: '42',
  title: 'Gale warning',
  severity: 'severe',
  category: 'WIND',
  source: 'Met Office',
  area: 'Coast',
  text: 'Stay in.',
  startsAtMs: NEW_YEAR_MS,
  endsAtMs: NEW_YEAR_MS + 6 * HOUR_MS,
};

function dryOrWet(
  fromMinute: number,
  toMinute: number,
  type: IntervalType,
  millimetersPerHour: number,
): PrecipitationInterval {
  const [startsAtMs, endsAtMs] = [fromMinute, toMinute].map(
    (minute) => NEW_YEAR_MS + minute * 60_000,
  ) as [number, number];
  return { startsAtMs, endsAtMs, type, millimetersPerHour };
}

function rainyHour(startsAtMs: number, hour: number): ForecastHour {
  return {
    startsAtMs,
    condition: 'rain',
    isDay: hour >= 8 && hour < 16,
    temperatureCelsius: 5 + hour / 10,
    feelsLikeCelsius: 2.5,
    humidityPercent: 88,
    cloudCoverPercent: 95,
    windKilometersPerHour: 20.4,
    gustKilometersPerHour: 38.9,
    windFromDegrees: 240,
    visibilityMeters: 8_000,
    precipitationProbabilityPercent: 70,
    precipitationMillimeters: 0.8,
    snowCentimeters: 0,
    uvIndex: 0,
  };
}

function rainyDay(day: number): ForecastDay {
  const midnightMs = Date.UTC(2026, 0, day);
  return {
    date: `2026-01-${String(day).padStart(2, '0')}`,
    condition: 'rain',
    nightCondition: 'cloudy',
    lowestCelsius: 2.5,
    highestCelsius: 8 + day / 10,
    precipitationProbabilityPercent: 80,
    precipitationMillimeters: 6.4,
    snowCentimeters: 0,
    windKilometersPerHour: 25.9,
    gustKilometersPerHour: 50,
    windFromDegrees: 230,
    uvIndex: 1,
    sunriseAtMs: midnightMs + 7.75 * HOUR_MS,
    sunsetAtMs: midnightMs + 16 * HOUR_MS,
    sunshineHours: 1.5,
    airQualityCategory: 'moderate',
    airQualityIndex: 61,
    grassPollenCategory: 'low',
    grassPollenPerCubicMeter: 0,
    treePollenCategory: 'moderate',
    treePollenPerCubicMeter: 34,
    ragweedPollenCategory: 'low',
    ragweedPollenPerCubicMeter: 0,
    moldSporesCategory: 'high',
    moldSporesPerCubicMeter: 13_680,
    moonPhase: 'waxing-gibbous',
    moonAgeDays: 11 + day,
    moonriseAtMs: midnightMs + 14 * HOUR_MS,
    moonsetAtMs: midnightMs + 30 * HOUR_MS,
  };
}

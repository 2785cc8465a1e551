// The public interface of the package; nothing in this folder imports it.
export { WatchClient, type WatchClientOptions } from './watch-client.js';
export { WatchError } from './watch-error.js';
export type { WeatherResult } from './polling/poller.js';
export type { Fetch, FetchOptions, FetchResponse } from './http/fetch.js';
export type { Token, TokenSource } from './http/token-cache.js';
export type {
  Body,
  GlanceEntry,
  Operation,
  Position,
  QueryOptions,
} from './request/weather-request.js';
export { CONDITIONS } from './conditions/conditions.js';
export {
  conditionName,
  conditionNumber,
  knownCondition,
  type Condition,
} from './conditions/condition.js';
export { iconFile } from './conditions/icon-file.js';
export { WMO_CODES, wmoCode } from './conditions/wmo-code.js';
export type { WeatherBodies } from './profiles/weather-bodies.js';
export {
  WEAR_OS_CONDITION_NUMBERS,
  WEAR_OS_CONDITIONS,
  wearOsConditionNumber,
} from './profiles/wear-os/wear-os-condition.js';
export { wearOsWeather, type WearOsWeather } from './profiles/wear-os/wear-os-weather.js';
export {
  GARMIN_CONDITION_NUMBERS,
  GARMIN_CONDITIONS,
  garminConditionNumber,
} from './profiles/garmin/garmin-condition.js';
export {
  garminWeather,
  type GarminCurrentConditions,
  type GarminDailyForecast,
  type GarminHourlyForecast,
  type GarminWeather,
} from './profiles/garmin/garmin-weather.js';
export { PEBBLE_ICONS, pebbleIconUri, type PebbleIcon } from './profiles/pebble/pebble-icon.js';
export {
  pebbleMessage,
  pebblePins,
  type PebbleMessage,
  type PebblePin,
} from './profiles/pebble/pebble-weather.js';

// The public interface of the package; nothing in this folder imports it.
export { WatchClient, type WatchClientOptions } from './watch-client.js';
export { WatchError } from './watch-error.js';
export type { WeatherResult } from './polling/poller.js';
export type { Token } from './http/token-cache.js';
export type { Body, Operation, Position, QueryOptions } from './request/weather-request.js';

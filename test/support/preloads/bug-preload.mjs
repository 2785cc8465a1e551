// Loaded into an API process by tests: adds bugs to the product. A request at the north pole throws; with
// BUG_IN_REFRESH a background refresh throws; SIGUSR2 throws an uncaught exception.
import { FreshnessPolicy } from '../../../dist/src/weather/cache/freshness-policy.js';
import { WeatherService } from '../../../dist/src/weather/weather.service.js';

const { read } = WeatherService.prototype;

WeatherService.prototype.read = function readWithBug(dataset, position, subject) {
  if (position.latitude < 89) return read.call(this, dataset, position, subject);
  const { ACCWEA_TOKEN: key } = process.env;
  // Like messages of libraries that contain all their arguments.
  const url = `https://user:hunter2@host/?apikey=${key}&q=${position.latitude},${position.longitude}`;
  throw new TypeError(`cannot divide by ${key} in ${url} for ${subject} sorry`);
};

const { windowOf } = FreshnessPolicy.prototype;
let isFirst = true;

function windowOfWithBug(dataset, expiresInMs) {
  if (dataset === 'conditions' && !isFirst) throw new TypeError('no second window');
  isFirst &&= dataset !== 'conditions';
  return windowOf.call(this, dataset, expiresInMs);
}

if (process.env.BUG_IN_REFRESH) FreshnessPolicy.prototype.windowOf = windowOfWithBug;

process.on('SIGUSR2', () => {
  setImmediate(() => {
    throw new RangeError('uncaught on purpose');
  });
});

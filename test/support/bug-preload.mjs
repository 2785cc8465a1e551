// Loaded into an API process by tests: puts a bug into the product, which has no switch for one. A
// question about the north pole meets it; SIGUSR2 makes an error that nobody catches.
import { WeatherService } from '../../dist/src/weather/weather.service.js';

const { read } = WeatherService.prototype;

WeatherService.prototype.read = function readWithBug(dataset, position, subject) {
  if (position.latitude < 89) return read.call(this, dataset, position, subject);
  const { ACCWEA_TOKEN: key } = process.env;
  // As libraries write: with all that they were given.
  const url = `https://user:hunter2@host/?apikey=${key}&q=${position.latitude},${position.longitude}`;
  throw new TypeError(`cannot divide by ${key} in ${url} for ${subject} sorry`);
};

process.on('SIGUSR2', () => {
  setImmediate(() => {
    throw new RangeError('nobody catches this');
  });
});

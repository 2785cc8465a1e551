import type { Body } from '../request/weather-request.js';

/** Bodies that a profile reads, all of one place; what is missing becomes null. */
export interface WeatherBodies {
  readonly conditions: Body<'conditions'>;
  readonly hourly?: Body<'hourlyForecast'> | undefined;
  readonly daily?: Body<'dailyForecast'> | undefined;
}

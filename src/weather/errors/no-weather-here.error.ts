import { CodedError } from '@app/problem/coded.error.js';

/** No provider covers the position, usually in the open sea. */
export class NoWeatherHereError extends CodedError {
  readonly code = 'no-weather-here';

  constructor() {
    super('No weather is known for this position; it may be at sea.');
  }
}

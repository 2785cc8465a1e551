import { ProviderError } from '../provider.error.js';

/**
 * Open-Meteo rejects the time zone of a request. With `timezone=auto` it is the vendor that chose the zone,
 * by the position, and its own server that does not know it.
 */
export class InvalidTimeZoneError extends ProviderError {
  constructor(message: string) {
    super('rejected', message);
  }
}

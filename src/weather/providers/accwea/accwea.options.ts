import type { Secret } from '../../../config/secret.js';

/** How AccuWeather is reached. DI token. */
export abstract class AccweaOptions {
  /** Base URL, with or without a slash at its end. */
  abstract readonly url: string;
  abstract readonly token: Secret;
  /** `bearer` since 2025; `query` (`apikey=`) for enterprise contracts. */
  abstract readonly auth: 'bearer' | 'query';
}

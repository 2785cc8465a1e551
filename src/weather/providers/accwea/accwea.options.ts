import type { Secret } from '../../../config/secret.js';

/** How AccuWeather is reached. */
export interface AccweaOptions {
  /** Base URL, with or without a slash at its end. */
  readonly url: string;
  readonly token: Secret;
  /** `bearer` since 2025; `query` (`apikey=`) for enterprise contracts. */
  readonly auth: 'bearer' | 'query';
}

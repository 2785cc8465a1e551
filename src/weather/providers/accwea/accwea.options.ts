import type { Secret } from '../../../config/secret.js';

/** Connection settings of AccuWeather. */
export interface AccweaOptions {
  /** Base URL, with or without a trailing slash. */
  readonly url: string;
  readonly token: Secret;
  /** `bearer` since 2025; `query` (`apikey=`) for enterprise contracts. */
  readonly auth: 'bearer' | 'query';
}

import type { Secret } from '../../../config/secret.js';

/** How Open-Meteo is reached. */
export interface OpenMeteoOptions {
  /** Base URL, with or without a slash at its end; undefined for the vendor's host. */
  readonly url: string | undefined;
  /** Of a commercial plan: the free host is for non-commercial use only. */
  readonly apiKey: Secret | undefined;
}

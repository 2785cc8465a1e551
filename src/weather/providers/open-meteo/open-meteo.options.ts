import type { Secret } from '../../../config/secret.js';

/** How Open-Meteo is reached. DI token. */
export abstract class OpenMeteoOptions {
  /** Base URL, with or without a slash at its end; undefined for the vendor's host. */
  abstract readonly url: string | undefined;
  /** Of a commercial plan: the free host is for non-commercial use only. */
  abstract readonly apiKey: Secret | undefined;
}

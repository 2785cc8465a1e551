import type { Secret } from '../../../config/secret.js';

/** Connection settings of Open-Meteo. */
export interface OpenMeteoOptions {
  /** Base URL, with or without a trailing slash; undefined for the vendor's host. */
  readonly url: string | undefined;
  /** Of a commercial plan: the free host is for non-commercial use only. */
  readonly apiKey: Secret | undefined;
}

import type { Place } from '../../../packages/simulated-weather/world/place.js';

/** The input of a body: the place, the instant, and the parameters of the request. */
export interface View {
  readonly place: Place;
  readonly nowMs: number;
  readonly language: string;
  readonly details: boolean;
  /** Used by forecasts only; imperial is the vendor's default. */
  readonly metric: boolean;
}

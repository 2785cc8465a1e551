import type { Place } from '../../../packages/simulated-weather/world/place.js';

/** What a body is made for: the place, the instant, and the parameters of the request. */
export interface View {
  readonly place: Place;
  readonly nowMs: number;
  readonly language: string;
  readonly details: boolean;
  /** Only forecasts look at it; imperial is the vendor's default. */
  readonly metric: boolean;
}

import type { Position } from '../../../../packages/watch-client/request/weather-request.js';

/** Where the watches of a run are. */
export interface WatchPlaces {
  /** The position of a watch; the same at each call. */
  positionOf(watch: number): Position;
}

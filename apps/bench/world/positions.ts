import { placeAt } from '../../../packages/simulated-weather/world/atlas.js';
import { spread, PLASTIC_NUMBER } from '../scenarios/spread.js';

/** Central Asia: land without a coast, large enough for 20 000 places. */
const SOUTH = 30;
const WEST = 60;
const HEIGHT_DEGREES = 25;
const WIDTH_DEGREES = 50;

/** Where a watch is, as query parameters: `lt=48.8705&lg=2.3049`. */
export type PositionQuery = string;

/**
 * Positions without end, each with a place of its own, so that a position that was never asked costs one search and
 * one call for conditions.
 */
export function* positions(): Generator<PositionQuery, never> {
  const seen = new Set<string>();
  for (let index = 0; ; index += 1) {
    const latitude = SOUTH + HEIGHT_DEGREES * spread(index, PLASTIC_NUMBER);
    const longitude = WEST + WIDTH_DEGREES * spread(index, PLASTIC_NUMBER ** 2);
    const place = placeAt({ latitude, longitude });
    if (!place || seen.has(place.key)) continue;
    seen.add(place.key);
    yield `lt=${latitude.toFixed(4)}&lg=${longitude.toFixed(4)}`;
  }
}

import type { Position } from '@app/cells/position.js';

const BOXES_PER_DEGREE = 100;
const DECIMALS = 2;
/** Far finer than any grid of cells, and coarser than binary error: 1.15 is 114.99999999999999 hundredths. */
const EXACT_DECIMALS = 6;

/**
 * The box of 0.01° that holds the centre of a cell, by its corner nearest to 0,0, such as `48.87,2.30`: as
 * AccuWeather truncates the position of a MinuteCast request, so that cells with the same answer share it.
 * @param centre of the cell: the position of the watch itself must not leave this service
 */
export function positionKey({ latitude, longitude }: Position): string {
  return `${truncated(latitude)},${truncated(longitude)}`;
}

/** Adds 0, because -0 has a sign as text. */
function truncated(degrees: number): string {
  const hundredths = Number((degrees * BOXES_PER_DEGREE).toFixed(EXACT_DECIMALS));
  return ((Math.trunc(hundredths) + 0) / BOXES_PER_DEGREE).toFixed(DECIMALS);
}

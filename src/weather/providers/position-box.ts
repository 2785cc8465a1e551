import type { Position } from '@app/cells/position.js';

/** Binary fractions: 0.05 is 0.05000000000000000277. */
const EXACT_DECIMALS = 6;

/** A position with at most that many decimals; feeds refuse or redirect requests with more than four. */
export function roundedTo(decimals: number, { latitude, longitude }: Position): Position {
  const rounded = (degrees: number): number => Number(degrees.toFixed(decimals)) + 0;
  return { latitude: rounded(latitude), longitude: rounded(longitude) };
}

/** The centre of the box of 1/`perDegree` degrees that holds a position. */
export function boxCentre(perDegree: number, { latitude, longitude }: Position): Position {
  const centre = (degrees: number): number => {
    const boxes = Number((degrees * perDegree).toFixed(EXACT_DECIMALS));
    return (Math.floor(boxes) + 0.5) / perDegree;
  };
  return roundedTo(EXACT_DECIMALS, { latitude: centre(latitude), longitude: centre(longitude) });
}

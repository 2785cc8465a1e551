import type { Position } from '@app/cells/position.js';

/** Of a box of the load map, in degrees. */
const BOX_DEGREES = 2;

/** Names the box of the load map that holds a position by its middle, such as `49 3`: latitude, longitude. */
export function boxOf({ latitude, longitude }: Position): string {
  return `${middleOf(latitude)} ${middleOf(longitude)}`;
}

/** @returns the middle of a box, in degrees */
export function positionOfBox(name: string): Position {
  const [latitude = 0, longitude = 0] = name.split(' ').map(Number);
  return { latitude, longitude };
}

function middleOf(degrees: number): number {
  return (Math.floor(degrees / BOX_DEGREES) + 0.5) * BOX_DEGREES;
}

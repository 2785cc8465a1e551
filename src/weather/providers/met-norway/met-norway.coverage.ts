import type { Position } from '@app/cells/position.js';

type Corner = readonly [latitude: number, longitude: number];

/**
 * Mainland Norway and its waters, from Skagerrak along the sea to Russia and back along the border. On land it stays
 * some 4 km from the neighbours (checked with Natural Earth, 1:10 million), and so omits a tenth of the country;
 * at sea it stays on the Norwegian side of the median lines. Without Svalbard and Jan Mayen.
 */
const CORNERS: readonly Corner[] = [
  [58.9, 10.6],
  [58.2, 9.1],
  [57.75, 7.3],
  [57.6, 5],
  [58.5, 3.5],
  [61, 3],
  [62.5, 3.5],
  [65, 8],
  [67.5, 10.5],
  [69.3, 13],
  [70.8, 18],
  [71.7, 25.5],
  [71.3, 29.5],
  [70.5, 31.4],
  [70.3, 31.3],
  [70, 30.8],
  [69.78, 30.3],
  [69.72, 29.6],
  [69.82, 29],
  [70, 28.6],
  [70.25, 28],
  [70.15, 27.2],
  [69.95, 26.3],
  [69.6, 25.6],
  [69.2, 25.4],
  [68.9, 25.2],
  [68.72, 24.8],
  [68.8, 24.2],
  [68.9, 23.3],
  [69.3, 21.8],
  [69.4, 20.9],
  [69.2, 19.9],
  [68.75, 19.4],
  [68.65, 18.4],
  [68.6, 18],
  [68.3, 17.8],
  [68.15, 17.2],
  [67.95, 16.5],
  [67.4, 16],
  [66.9, 15.8],
  [66.3, 14.9],
  [66.15, 14.3],
  [65.7, 14.25],
  [64.9, 13.7],
  [64.4, 13.4],
  [64.15, 13],
  [64, 12.3],
  [63.5, 11.9],
  [63.2, 11.8],
  [62.5, 12],
  [61.9, 11.9],
  [61.6, 12],
  [61.2, 12.15],
  [60.8, 12.15],
  [60.4, 12.4],
  [60.1, 12.15],
  [59.7, 11.5],
  [59.25, 11.55],
  [59.17, 11.2],
  [59.05, 10.9],
];

/** Whether the feed covers a position for certain: then an empty list means that there are no alerts. */
export function covers({ latitude, longitude }: Position): boolean {
  let isInside = false;
  let from = CORNERS.at(-1) as Corner;
  for (const to of CORNERS) {
    if (isCrossed(from, to, latitude, longitude)) isInside = !isInside;
    from = to;
  }
  return isInside;
}

/** Whether a line from the position to the east crosses an edge. */
function isCrossed(from: Corner, to: Corner, latitude: number, longitude: number): boolean {
  if (from[0] > latitude === to[0] > latitude) return false;
  const share = (latitude - from[0]) / (to[0] - from[0]);
  return longitude < from[1] + share * (to[1] - from[1]);
}

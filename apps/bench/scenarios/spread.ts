export const PLASTIC_NUMBER = 1.324_717_957_244_746;

/** One axis of Roberts' low-discrepancy sequence: evenly spread in [0, 1) without repetition. */
export function spread(index: number, base: number): number {
  return (0.5 + index / base) % 1;
}

/** The start of part `index` when [-half, half] is cut into `count` equal parts; `index + 0.5` is its middle.
 *
 * One division of whole numbers, hence the double nearest to the true edge: 2.3 is the literal 2.3,
 * neighbours agree on the edge they share, and zero is never -0. */
export function edgeOfPart(half: number, count: number, index: number): number {
  return (half * (2 * index - count)) / count;
}

/** The part in which `value` of [-half, half] lies: its first edge is inside, and `half` is in the last. */
export function partAt(half: number, count: number, value: number): number {
  // 2.30 / 0.01 is 229.99999999999997: the division may miss by one, the edges themselves decide.
  const guess = Math.floor(((value + half) / (2 * half)) * count);
  if (value < edgeOfPart(half, count, guess)) return guess - 1;
  if (value >= edgeOfPart(half, count, guess + 1)) return guess + 1;
  return Math.min(guess, count - 1);
}

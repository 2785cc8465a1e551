/**
 * Moves labels apart that would overlap, as little as possible from above to below.
 * @param at wanted positions, pixels
 * @param most the last possible position
 * @returns positions in the order of `at`, at least `gap` apart
 */
export function dodge(at: readonly number[], gap: number, most: number): readonly number[] {
  const order = at.map((_, index) => index).toSorted((a, b) => (at[a] ?? 0) - (at[b] ?? 0));
  const placed = [...at];
  let free = -Infinity;
  for (const index of order) {
    placed[index] = Math.max(at[index] ?? 0, free);
    free = (placed[index] ?? 0) + gap;
  }
  let last = most;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? 0, last);
    last = (placed[index] ?? 0) - gap;
  }
  return placed;
}

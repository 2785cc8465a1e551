/**
 * How long a record that is rarely asked for should stay fresh: T = (√(1 + 2λμ) − 1) / λ, which minimises the mean age that
 * requests see plus μ per call, for requests at a rate λ that come at random (exponential gaps).
 *
 * λ is estimated from one gap, by its maximum likelihood, 1 / gap: gaps are memoryless, so the time from the end of freshness to
 * the next request is one. T rises with the gap, from 0 towards μ.
 * @param idleForMs from the end of freshness to the request that causes the load
 * @param longestMs μ: what a call is worth in ms of age, and the window without requests
 */
export function idleWindowMs(idleForMs: number, longestMs: number): number {
  if (!(idleForMs > 0 && longestMs > 0)) return 0;
  const perGap = longestMs / idleForMs;
  // The same as gap × (√(1 + 2 μ/gap) − 1), without the cancellation where the gap is long.
  return (2 * longestMs) / (Math.sqrt(1 + 2 * perGap) + 1);
}

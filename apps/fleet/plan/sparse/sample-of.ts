const MOST_GROUPS = 3_000;

/** Enough groups to compare them; each that is played stands for `each`. They come in no order of size. */
export function sampleOf<T>(groups: readonly T[]): {
  readonly played: readonly T[];
  readonly each: number;
} {
  const step = Math.ceil(groups.length / MOST_GROUPS) || 1;
  const played = groups.filter((_, index) => index % step === 0);
  return { played, each: groups.length / Math.max(1, played.length) };
}

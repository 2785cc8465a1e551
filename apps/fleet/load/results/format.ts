/** For people: `3.1 ms`, or `-` for null. */
export function milliseconds(ms: number | null): string {
  return ms === null ? '-' : `${ms.toFixed(ms < 100 ? 1 : 0)} ms`;
}

/** For people: `0.31 %`, or `-` for null. */
export function percent(share: number | null): string {
  return share === null ? '-' : `${(share * 100).toFixed(2)} %`;
}

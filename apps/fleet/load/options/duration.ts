const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/**
 * Milliseconds of a text such as `500ms`, `20s`, `3m`, `1h`.
 * @throws with the option's name when it is something else
 */
export function durationMs(option: string, text: string): number {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text) ?? [];
  const unitMs = UNIT_MS[unit];
  if (unitMs !== undefined) return Number(number) * unitMs;
  throw new Error(`--${option} must be a duration such as 20s, 3m or 1h; it is ${text}`);
}

/**
 * A factor and a time, such as `10x20s`.
 * @throws with the option's name when it is something else
 */
export function factorAndDuration(
  option: string,
  text: string,
): { factor: number; durationMs: number } {
  const [, factor, duration = ''] = /^(\d+(?:\.\d+)?)x(.+)$/.exec(text) ?? [];
  if (factor === undefined || Number(factor) <= 0) {
    throw new Error(`--${option} must be a factor and a duration such as 10x20s; it is ${text}`);
  }
  return { factor: Number(factor), durationMs: durationMs(option, duration) };
}

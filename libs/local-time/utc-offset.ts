const MINUTES_PER_HOUR = 60;

/** A difference from UTC, which may change at one known instant. */
export interface UtcOffset {
  /** East of Greenwich is positive. */
  readonly minutes: number;
  /** Null when no change is known. */
  readonly change: {
    /** Milliseconds since the Unix epoch: the first instant of the new difference. */
    readonly atMs: number;
    readonly minutes: number;
  } | null;
}

/** The minutes in force at an instant. */
export function minutesAt({ minutes, change }: UtcOffset, atMs: number): number {
  return change !== null && atMs >= change.atMs ? change.minutes : minutes;
}

/** `+09:30`, as in RFC 3339. */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const hh = String(Math.floor(size / MINUTES_PER_HOUR)).padStart(2, '0');
  const mm = String(size % MINUTES_PER_HOUR).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${hh}:${mm}`;
}

/** The reverse of `offsetText`; undefined for any other text. */
export function parseOffset(text: string): UtcOffset | undefined {
  const [, sign, hours, minutes] = /^([+-])([01]\d):([0-5]\d)$/.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const size = Number(hours) * MINUTES_PER_HOUR + Number(minutes);
  return { minutes: sign === '-' ? -size : size, change: null };
}

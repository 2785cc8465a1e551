/** What a cooldown applies to: the whole source, one operation (called `lane`), or one API key. */
export type CooldownScope = 'source' | 'lane' | 'key';

/** Identifies a cooldown of a source, in shared keys too. A key appears as its fingerprint. */
export type CooldownName = 'source' | `lane:${string}` | `key:${string}`;

export function scopeOf(name: CooldownName): CooldownScope {
  return name.split(':', 1)[0] as CooldownScope;
}

/** A time in which the source is not called. It ends when a probe succeeds, not by time alone. */
export interface Cooldown {
  /** The error code that started it. */
  readonly reason: string;
  readonly untilMs: number;
  /** Length of this cooldown; the next one is twice as long. */
  readonly periodMs: number;
  readonly maxMs: number;
  /** The call that probes whether the cooldown is over; until `untilMs` no other call passes. */
  readonly probe?: { readonly token: string; readonly untilMs: number };
}

/** A request to start a cooldown. */
export interface CooldownStart {
  readonly name: CooldownName;
  readonly reason: string;
  readonly periodMs: number;
  readonly maxMs: number;
  /** How long the source asked for; 0 = it did not say, and `periodMs` applies. */
  readonly retryAfterMs: number;
}

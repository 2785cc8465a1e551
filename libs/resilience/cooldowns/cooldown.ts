import { MAX_CLOCK_DIFFERENCE_MS } from '@app/redis/lua-time.js';

/**
 * What a cooldown applies to, from narrow to wide. In shared keys and metrics an operation is called
 * `lane`, a credential `key`.
 */
export type CooldownScope =
  /** One item of an operation: the source has trouble with it alone. */
  | 'item'
  /** One operation of the source. */
  | 'operation'
  /** One API key: the source refuses it everywhere. */
  | 'credential'
  | 'source';

/**
 * Identifies a cooldown of a source, in shared keys too. Those of items and operations end in the
 * fingerprint of the API key: what one key may not do, another one may.
 */
export type CooldownName =
  | 'source'
  | `key:${string}`
  | `lane:${string}`
  | `item:${string}`
  /** Of an operation, in this process only: it concerns the connections of the process. */
  | `breaker:${string}`;

type Kind = 'source' | 'key' | 'lane' | 'item' | 'breaker';

const SCOPES: Readonly<Record<Kind, CooldownScope>> = {
  source: 'source',
  key: 'credential',
  lane: 'operation',
  item: 'item',
  breaker: 'operation',
};

function kindOf(name: CooldownName): Kind {
  return name.split(':', 1)[0] as Kind;
}

export function scopeOf(name: CooldownName): CooldownScope {
  return SCOPES[kindOf(name)];
}

/** A circuit breaker is a cooldown of this process that several failures in a row start. */
export function isBreaker(name: CooldownName): boolean {
  return kindOf(name) === 'breaker';
}

/** A time in which the source is not called. It ends when a probe succeeds, not by time alone. */
export interface Cooldown {
  /** The error code that started it. */
  readonly reason: string;
  readonly sinceMs: number;
  readonly untilMs: number;
  /** Length of this cooldown; the next one is twice as long. */
  readonly periodMs: number;
  readonly maxMs: number;
  /** The call that probes whether the cooldown is over; until `untilMs` no other call passes. */
  readonly probe?: { readonly token: string; readonly untilMs: number };
}

/**
 * Whether the clock went back after the cooldown began, which would last as much longer. It counts as absent: that
 * costs one call.
 */
export function isOfFuture({ sinceMs }: Cooldown, nowMs: number): boolean {
  return sinceMs > nowMs + MAX_CLOCK_DIFFERENCE_MS;
}

/** A request to start a cooldown. */
export interface CooldownStart {
  readonly name: CooldownName;
  readonly reason: string;
  readonly periodMs: number;
  readonly maxMs: number;
  /** How long the source asked for; 0 = it did not say, and `periodMs` applies. */
  readonly retryAfterMs: number;
  /** Of the error that starts it, for the log. */
  readonly message?: string;
}

/** A cooldown started or ended, as this process sees it. */
export interface CooldownChange {
  readonly name: CooldownName;
  readonly cooldown: Cooldown;
  readonly isActive: boolean;
  /** Of the error that started it, if this process got it. */
  readonly message?: string | undefined;
}

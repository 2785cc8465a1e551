import { randomUUID } from 'node:crypto';
import type { LuaScript } from '@app/redis/lua-script.js';
import type { RedisConnection } from '@app/redis/redis-connection.js';
import { RedisDownError } from '@app/redis/redis-down.error.js';
import { areTexts } from '@app/redis/reply-values.js';
import { LoadError } from '@app/load/load.error.js';
import type { ReadThroughEvents } from './read-through-events.js';
import { CLAIM, DISCARD, FAIL, FIND, MAX_DIGITS, RELEASE, RENEW, SETTLE } from './redis-scripts.js';
import {
  SharedStore,
  type Claim,
  type Lease,
  type Need,
  type SharedRecord,
} from './shared-store.js';

/** Short, so that the lease of a killed holder passes on soon; renewed during a load. */
export const LEASE_MS = 1_000;

const FAILURE_MARK = '!';
const INSTANT = `(\\d{1,${MAX_DIGITS}})\\|`;
const RECORD = new RegExp(`^${INSTANT.repeat(4)}(.*)$`, 's');
const FAILURE = new RegExp(`^${FAILURE_MARK}([\\w.-]{1,40})\\|(\\d{0,${MAX_DIGITS}}(?:\\.\\d*)?)$`);

/**
 * Records and leases in Redis. Each key has two entries in one hash slot: `prefix{key}` holds
 * `loadedAt|freshUntil|staleUntil|deadAt|text`; `prefix{key}:lease` holds the token of the lease, or
 * for a moment `!` and the failure of the last load.
 */
export class RedisStore extends SharedStore {
  constructor(
    private readonly redis: Pick<RedisConnection, 'evaluate' | 'stateChanges'>,
    private readonly prefix: string,
    events: ReadThroughEvents,
  ) {
    super();
    redis.stateChanges.on(({ up }) => events.emit({ name: up ? 'store-up' : 'store-down' }));
  }

  async claim(key: string, need: Need): Promise<Claim> {
    const token = randomUUID();
    const reply = await this.evaluateOr(undefined, CLAIM, key, [token, String(LEASE_MS), need]);
    if (!areTexts(reply)) return { kind: 'unavailable' };
    const [outcome = '', stored = '', held = ''] = reply;
    const record = stored === '' ? undefined : decode(stored);
    if (outcome === 'found' && record) return { kind: 'found', record };
    if (outcome === 'leader') return { kind: 'leader', lease: { key, token }, record };
    if (outcome !== 'held') return { kind: 'unavailable' };
    const error = decodeFailure(held);
    return error ? { kind: 'failed', error, record } : { kind: 'follower', record };
  }

  async find(key: string): Promise<SharedRecord | undefined> {
    const stored = await this.evaluateOr('', FIND, key, []);
    return typeof stored === 'string' ? decode(stored) : undefined;
  }

  async settle(lease: Lease, record: SharedRecord): Promise<SharedRecord> {
    const { loadedAtMs, deadAtMs } = record;
    const args = [lease.token, String(loadedAtMs), encode(record), String(deadAtMs)];
    const newer = await this.evaluateOr('', SETTLE, lease.key, args);
    return (typeof newer === 'string' && newer !== '' && decode(newer)) || record;
  }

  async fail(lease: Lease, error: LoadError, ttlMs: number): Promise<void> {
    await this.evaluateOr('', FAIL, lease.key, [lease.token, encodeFailure(error), String(ttlMs)]);
  }

  async release(lease: Lease): Promise<void> {
    await this.evaluateOr('', RELEASE, lease.key, [lease.token]);
  }

  async renew(lease: Lease): Promise<boolean> {
    const kept = await this.evaluateOr(1, RENEW, lease.key, [lease.token, String(LEASE_MS)]);
    return kept === 1;
  }

  async discard(key: string, { loadedAtMs }: SharedRecord): Promise<void> {
    await this.evaluateOr('', DISCARD, key, [String(loadedAtMs)]);
  }

  private async evaluateOr(
    withoutRedis: unknown,
    script: LuaScript,
    key: string,
    args: string[],
  ): Promise<unknown> {
    const record = `${this.prefix}{${key}}`;
    try {
      return await this.redis.evaluate(script, [record, `${record}:lease`], args);
    } catch (error) {
      if (!(error instanceof RedisDownError)) throw error;
      return withoutRedis;
    }
  }
}

function encode({ loadedAtMs, freshUntilMs, staleUntilMs, deadAtMs, text }: SharedRecord): string {
  return [loadedAtMs, freshUntilMs, staleUntilMs, deadAtMs, text].join('|');
}

/** Undefined for a text that is not a record. */
function decode(stored: string): SharedRecord | undefined {
  const match = RECORD.exec(stored);
  if (!match) return undefined;
  const [loadedAtMs, freshUntilMs, staleUntilMs, deadAtMs] = match.slice(1, 5).map(Number) as [
    number,
    number,
    number,
    number,
  ];
  return { loadedAtMs, freshUntilMs, staleUntilMs, deadAtMs, text: match[5] ?? '' };
}

function encodeFailure({ code, retryAfterMs }: LoadError): string {
  return `${FAILURE_MARK}${code}|${retryAfterMs ?? ''}`;
}

/** Undefined for the token of a lease, and for anything else that is not a failure. */
function decodeFailure(held: string): LoadError | undefined {
  const [, code, retryAfter] = FAILURE.exec(held) ?? [];
  if (code === undefined) return undefined;
  const retryAfterMs = retryAfter ? Number(retryAfter) : undefined;
  return new LoadError(code, 'the load failed in another process', retryAfterMs);
}

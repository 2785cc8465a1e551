import type { Clock } from '@app/clock/clock.js';
import type { RedisConnection } from '@app/redis/redis-connection.js';
import { isCount } from '@app/redis/reply-values.js';
import { UnexpectedReplyError } from '@app/redis/unexpected-reply.error.js';
import { CooldownStore, PROBE_TIMEOUT_MS, type Admission } from './cooldown-store.js';
import type { Cooldown, CooldownName, CooldownStart } from './cooldown.js';
import { ENTER, KEEP_MS, LEAVE, START } from './redis-scripts.js';

/** Cooldowns that all processes share. */
export class RedisCooldownStore extends CooldownStore {
  /** @param prefix holds the source in braces, so that its cooldowns share a hash slot */
  constructor(
    private readonly redis: Pick<RedisConnection, 'evaluate'>,
    private readonly prefix: string,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async enter(names: readonly CooldownName[], token: string): Promise<Admission> {
    const args = [token, String(PROBE_TIMEOUT_MS)];
    const reply = await this.redis.evaluate(ENTER, this.keys(names), args);
    const [blocking, ...stored] = Array.isArray(reply) ? (reply as unknown[]) : [];
    if (!isCount(blocking, names.length) || stored.length !== names.length) {
      throw new UnexpectedReplyError();
    }
    const cooldowns = new Map<CooldownName, Cooldown>();
    names.forEach((name, index) => {
      const cooldown = decode(stored[index]);
      if (cooldown) cooldowns.set(name, cooldown);
    });
    return { refusedBy: blocking === 0 ? undefined : names[blocking - 1], cooldowns };
  }

  override async start(start: CooldownStart): Promise<Cooldown> {
    const { name, reason, periodMs, maxMs, retryAfterMs } = start;
    const numbers = [periodMs, maxMs, retryAfterMs].map(String);
    const args = [...numbers, reason, String(KEEP_MS)];
    const stored = decode(await this.redis.evaluate(START, this.keys([name]), args));
    const sinceMs = this.clock.nowMs();
    const untilMs = sinceMs + (retryAfterMs || periodMs);
    return stored ?? { reason, periodMs, maxMs, sinceMs, untilMs };
  }

  override async leave(
    names: readonly CooldownName[],
    token: string,
    isOver: boolean,
  ): Promise<void> {
    await this.redis.evaluate(LEAVE, this.keys(names), [token, isOver ? 'over' : 'again']);
  }

  private keys(names: readonly CooldownName[]): string[] {
    return names.map((name) => this.prefix + name);
  }
}

/** As the log and the metrics may show it. */
const REASON = /^[\w.-]{1,40}$/;
/** Up to the year 33658, so that it is a date. */
const MS = /^\d{1,15}(\.\d*)?$/;

/** Undefined when there is none, or when the hash is not a cooldown. */
function decode(stored: unknown): Cooldown | undefined {
  if (!Array.isArray(stored)) return undefined;
  const texts = stored.map((field) => (typeof field === 'string' ? field : ''));
  const [since = '', until = '', period = '', longest = '', reason = '', probeUntil, token] = texts;
  if (!REASON.test(reason) || ![until, period, longest].every((text) => MS.test(text))) {
    return undefined;
  }
  const cooldown = {
    reason,
    // 0.1 did not store it.
    sinceMs: MS.test(since) ? Number(since) : 0,
    untilMs: Number(until),
    periodMs: Number(period),
    maxMs: Number(longest),
  };
  return probeUntil && MS.test(probeUntil) && token
    ? { ...cooldown, probe: { token, untilMs: Number(probeUntil) } }
    : cooldown;
}

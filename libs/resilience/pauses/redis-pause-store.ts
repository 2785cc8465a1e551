import type { Clock } from '@app/clock/clock.js';
import type { RedisConnection } from '@app/redis/redis-connection.js';
import { PauseStore, PROBE_MS, type Passage } from './pause-store.js';
import type { Closing, Pause, PauseName } from './pause.js';
import { CLOSE, ENTER, LEAVE } from './redis-scripts.js';

/** How long a pause that nobody probed is remembered. */
const REMEMBERED_MS = 24 * 60 * 60 * 1000;

/** Pauses that all processes share. */
export class RedisPauseStore extends PauseStore {
  /** @param prefix holds the source in braces, so that its pauses share a hash slot */
  constructor(
    private readonly redis: RedisConnection,
    private readonly prefix: string,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async enter(names: readonly PauseName[], token: string): Promise<Passage> {
    const args = [token, String(this.clock.nowMs()), String(PROBE_MS)];
    const reply = await this.redis.evaluate(ENTER, this.keys(names), args);
    const [refusing, ...stored] = reply as [number, ...unknown[]];
    const pauses = new Map<PauseName, Pause>();
    names.forEach((name, index) => {
      const pause = decode(stored[index]);
      if (pause) pauses.set(name, pause);
    });
    return { refusedBy: refusing === 0 ? undefined : names[refusing - 1], pauses };
  }

  override async close({ name, reason, ...rule }: Closing): Promise<Pause> {
    const nowMs = this.clock.nowMs();
    const numbers = [nowMs, rule.periodMs, rule.longestMs, rule.toldMs].map(String);
    const args = [...numbers, reason, String(REMEMBERED_MS)];
    const stored = decode(await this.redis.evaluate(CLOSE, this.keys([name]), args));
    return stored ?? { reason, ...rule, untilMs: nowMs + (rule.toldMs || rule.periodMs) };
  }

  override async leave(names: readonly PauseName[], token: string, over: boolean): Promise<void> {
    await this.redis.evaluate(LEAVE, this.keys(names), [token, over ? 'over' : 'again']);
  }

  private keys(names: readonly PauseName[]): string[] {
    return names.map((name) => this.prefix + name);
  }
}

/** Undefined when there is none, or when it is nothing of ours. */
function decode(stored: unknown): Pause | undefined {
  const [until, period, longest, reason, probeUntil, token] = stored as (string | null)[];
  if (!until || !period || !longest || !reason) return undefined;
  const pause = {
    reason,
    untilMs: Number(until),
    periodMs: Number(period),
    longestMs: Number(longest),
  };
  return probeUntil && token ? { ...pause, probe: { token, untilMs: Number(probeUntil) } } : pause;
}

import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Clock } from '@app/clock/clock.js';
import type { SteadyClock } from '@app/clock/steady-clock.js';
import { TypedEmitter } from '@app/events/typed-emitter.js';
import { LuaScript } from './lua-script.js';
import { LUA_NOW } from './lua-time.js';
import { probeKeyOf } from './probe-key.js';
import type { RedisConnection } from './redis-connection.js';
import { isCount } from './reply-values.js';
import { RedisDownError } from './redis-down.error.js';

const READ_TIME = new LuaScript(`${LUA_NOW}return now`);
const INTERVAL_MS = 1_000;
/** Clocks kept by NTP differ by less; correcting them would only add the noise of the measurement. */
const MIN_CORRECTION_MS = 250;
/** The end of the year 9999, the last that protocols can write. */
const LAST_INSTANT_MS = Date.UTC(10_000, 0) - 1;

/** The shared time at one instant. */
interface Measured {
  readonly sharedMs: number;
  readonly elapsedMs: number;
}

/**
 * The time that the processes of a region share: the own clock, corrected by its difference from that of Redis,
 * which is measured every second. Between measurements, and while Redis is down, time only passes: setting the own
 * clock changes nothing. Before the first measurement it is the own clock's.
 */
export class RedisClock extends Clock implements OnModuleInit, OnApplicationShutdown {
  /** Emits each measurement: how far the own clock is ahead of that of Redis, ms. */
  readonly differences = new TypedEmitter<number>();
  private aheadMs = 0;
  private last: Measured | undefined;
  private timer: NodeJS.Timeout | undefined;

  /** @param keyPrefix of all keys: an ACL may allow no others */
  constructor(
    private readonly redis: Pick<RedisConnection, 'evaluate' | 'stateChanges'>,
    private readonly own: Clock,
    private readonly keyPrefix: string,
    private readonly steady: SteadyClock,
  ) {
    super();
    redis.stateChanges.on(({ up }) => up && void this.measure());
  }

  override nowMs(): number {
    if (!this.last) return this.own.nowMs();
    return this.last.sharedMs + Math.round(this.steady.elapsedMs() - this.last.elapsedMs);
  }

  onModuleInit(): void {
    this.timer = setInterval(() => void this.measure(), INTERVAL_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async measure(): Promise<void> {
    const sentAtMs = this.steady.elapsedMs();
    const redisMs = await this.readTime();
    if (redisMs === undefined) return;
    const elapsedMs = this.steady.elapsedMs();
    const ownMs = this.own.nowMs();
    const aheadMs = Math.round(ownMs - redisMs - (elapsedMs - sentAtMs) / 2);
    this.differences.emit(aheadMs);
    if (Math.abs(aheadMs - this.aheadMs) >= MIN_CORRECTION_MS) {
      this.aheadMs = Math.abs(aheadMs) < MIN_CORRECTION_MS ? 0 : aheadMs;
    }
    this.last = { sharedMs: ownMs - this.aheadMs, elapsedMs };
  }

  /** Undefined while Redis is down, and when what it replies is no time. */
  private async readTime(): Promise<number | undefined> {
    try {
      const reply = await this.redis.evaluate(READ_TIME, [probeKeyOf(this.keyPrefix)], []);
      return isCount(reply, LAST_INSTANT_MS) ? reply : undefined;
    } catch (error) {
      if (!(error instanceof RedisDownError)) throw error;
      return undefined;
    }
  }
}

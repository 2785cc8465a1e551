import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { wait } from '@app/clock/wait.js';
import { TypedEmitter } from '@app/events/typed-emitter.js';
import { ReplyTimeout } from './reply-timeout.js';
import { LuaScript } from './lua-script.js';
import type { RedisClient } from './redis-client.js';
import { RedisDownError } from './redis-down.error.js';

const REPLY_TIMEOUT_MS = 50;
const PROBE_INTERVAL_MS = 250;
const START_TIMEOUT_MS = 3_000;
/** A write, because a server that is full or read-only still serves reads. */
const PROBE = new LuaScript("return redis.call('SET', KEYS[1], '', 'PX', 1000)");
const PROBE_KEY = 'redis-connection:probe';

/** Whether Redis is used, and why not. */
export type RedisState = { readonly up: true } | { readonly up: false; readonly cause: unknown };

/**
 * An optional Redis, used while it replies within 50 ms. The first command that fails or times out turns
 * it off for all callers; a probe turns it on again. So a Redis that hangs costs a few requests 50 ms
 * each, and the others nothing.
 */
export class RedisConnection implements OnModuleInit, OnApplicationShutdown {
  /** Emits each change between used and not used. */
  readonly stateChanges = new TypedEmitter<RedisState>();
  private up = false;
  private closed = false;
  private readonly replyTimeout = new ReplyTimeout(REPLY_TIMEOUT_MS);

  constructor(private readonly client: RedisClient) {}

  /** Connects; the application starts when Redis is in use, or after three seconds without it. */
  async onModuleInit(): Promise<void> {
    void this.connect();
    await Promise.race([this.probeUntilUp(), wait(START_TIMEOUT_MS)]);
    if (!this.up) {
      this.change({ up: false, cause: this.client.lastError() ?? new Error('no reply at start') });
    }
  }

  /**
   * Runs a script as one step on keys of one hash slot.
   * @throws RedisDownError at once when Redis is known to be down, else within 50 ms
   */
  async evaluate(script: LuaScript, keys: string[], args: string[]): Promise<unknown> {
    if (!this.up) throw new RedisDownError();
    try {
      return await this.replyTimeout.race(this.client.evaluate(script, keys, args));
    } catch (error) {
      this.turnOff(error);
      throw new RedisDownError({ cause: error });
    }
  }

  onApplicationShutdown(): void {
    this.closed = true;
    this.client.destroy();
  }

  private async connect(): Promise<void> {
    while (!this.closed) {
      try {
        return await this.client.connect();
      } catch {
        // A cluster client gives up when no node answers; the probe reports the state.
        await wait(PROBE_INTERVAL_MS);
      }
    }
  }

  private turnOff(cause: unknown): void {
    if (!this.up) return;
    this.change({ up: false, cause });
    void this.probeUntilUp();
  }

  /**
   * A late reply to a probe does not count, or a slow Redis would flap. One probe at a time, so that a
   * Redis that hangs does not collect a queue of them.
   */
  private async probeUntilUp(): Promise<void> {
    while (!this.closed && !this.up) {
      const probe = this.client.evaluate(PROBE, [PROBE_KEY], []);
      try {
        await this.replyTimeout.race(probe);
        this.change({ up: true });
      } catch {
        await Promise.allSettled([probe, wait(PROBE_INTERVAL_MS)]);
      }
    }
  }

  private change(state: RedisState): void {
    this.up = state.up;
    this.stateChanges.emit(state);
  }
}

import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { ErrorReply } from '@redis/client';
import { wait } from '@app/clock/wait.js';
import { TypedEmitter } from '@app/events/typed-emitter.js';
import { LuaScript } from './lua-script.js';
import { probeKeyOf } from './probe-key.js';
import type { RedisClient } from './redis-client.js';
import { RedisDownError } from './redis-down.error.js';
import { ReplyTimeout } from './reply-timeout.js';
import { ReplyTimeoutError } from './reply-timeout.error.js';

/** Between two probes; so long Redis stays unused at least. */
const PROBE_INTERVAL_MS = 250;
/** A connection is given up after so many failed probes, or when one has no reply for as long. */
const PROBES_PER_CONNECTION = 4;
const LONGEST_PROBE_MS = PROBES_PER_CONNECTION * PROBE_INTERVAL_MS;
const START_TIMEOUT_MS = 3_000;

/** A write, because a server that is full or read-only still serves reads. */
const PROBE = new LuaScript("return redis.call('SET', KEYS[1], '', 'PX', 1000)");

/** Whether Redis is used, and why not. */
export type RedisState = { readonly up: true } | { readonly up: false; readonly cause: unknown };

/** Why a command or a probe failed, and whether Redis stays in use. */
export interface RedisFailure {
  readonly cause: unknown;
  readonly up: boolean;
}

/**
 * An optional Redis, used while it replies in time. A command without a reply turns it off for all
 * callers, so a Redis that hangs costs a few requests that time each, and the others nothing. A command that
 * gets an error reply fails alone; a probe then tells whether the server refuses all commands.
 *
 * While Redis is off, probes turn it on again. A server that is reachable but fails them is left for a
 * new connection, which resolves the host name again: another server may have taken over its address.
 */
export class RedisConnection implements OnModuleInit, OnApplicationShutdown {
  /** Emits each change between used and not used. */
  readonly stateChanges = new TypedEmitter<RedisState>();
  /** Emits commands that failed alone, at most one per probe interval, and each failed probe. */
  readonly failures = new TypedEmitter<RedisFailure>();
  private up = false;
  private closed = false;
  private checking = false;
  private client: RedisClient;
  private failedProbes = 0;
  private lastFailure: unknown = new Error('no reply at start');
  private readonly replyTimeout: ReplyTimeout;

  /**
   * @param createClient called for each new connection
   * @param keyPrefix of all keys, the probe's included: an ACL may allow no others
   * @param replyTimeoutMs at most 1000, which a probe waits
   */
  constructor(
    private readonly createClient: () => RedisClient,
    private readonly keyPrefix: string,
    replyTimeoutMs: number,
  ) {
    this.replyTimeout = new ReplyTimeout(replyTimeoutMs);
    this.client = createClient();
  }

  /** Connects; the application starts when Redis is in use, or after three seconds without it. */
  async onModuleInit(): Promise<void> {
    void this.connect(this.client);
    const up = this.probeUntilUp(probeKeyOf(this.keyPrefix));
    await Promise.race([up, wait(START_TIMEOUT_MS)]);
    if (!this.up) this.change({ up: false, cause: this.lastFailure });
  }

  /**
   * Runs a script as one step on keys of one hash slot.
   * @throws RedisDownError at once when Redis is known to be down, else when no reply comes in time
   */
  async evaluate(script: LuaScript, keys: string[], args: string[]): Promise<unknown> {
    if (!this.up) throw new RedisDownError();
    try {
      return await this.replyTimeout.race(this.client.evaluate(script, keys, args));
    } catch (error) {
      const probeKey = probeKeyOf(this.keyPrefix, keys[0]);
      if (error instanceof ErrorReply) void this.check(error, probeKey);
      else this.turnOff(error, probeKey);
      throw new RedisDownError({ cause: error });
    }
  }

  onApplicationShutdown(): void {
    this.closed = true;
    this.client.destroy();
  }

  private async connect(client: RedisClient): Promise<void> {
    while (!this.closed && client === this.client) {
      try {
        return await client.connect();
      } catch {
        // A cluster client gives up when no node answers; the probe reports the state.
        await wait(PROBE_INTERVAL_MS);
      }
    }
  }

  private reconnect(): void {
    this.client.destroy();
    this.client = this.createClient();
    this.failedProbes = 0;
    void this.connect(this.client);
  }

  /** Finds out whether an error reply is about its command alone. One check per probe interval. */
  private async check(cause: ErrorReply, probeKey: string): Promise<void> {
    if (this.checking) return;
    this.checking = true;
    try {
      await this.replyTimeout.race(this.client.evaluate(PROBE, [probeKey], []));
      this.failures.emit({ cause, up: true });
      await wait(PROBE_INTERVAL_MS);
    } catch (error) {
      this.turnOff(error, probeKey);
    } finally {
      this.checking = false;
    }
  }

  private turnOff(cause: unknown, probeKey: string): void {
    if (!this.up || this.closed) return;
    this.change({ up: false, cause: this.reasonOf(cause) });
    if (cause instanceof ErrorReply) this.reconnect();
    void wait(PROBE_INTERVAL_MS).then(() => this.probeUntilUp(probeKey));
  }

  /**
   * A late reply to a probe does not count, or a slow Redis would flap. One probe at a time, so that a
   * Redis that hangs does not collect a queue of them.
   */
  private async probeUntilUp(probeKey: string): Promise<void> {
    while (!this.closed && !this.up) {
      const isReady = this.client.isReady();
      const probe = this.client.evaluate(PROBE, [probeKey], []);
      try {
        await this.replyTimeout.race(probe);
        this.change({ up: true });
      } catch (error) {
        this.lastFailure = this.reasonOf(error);
        this.failures.emit({ cause: this.lastFailure, up: false });
        const settled = Promise.allSettled([probe, wait(PROBE_INTERVAL_MS)]).then(() => true);
        const isPending = !(await Promise.race([settled, wait(LONGEST_PROBE_MS)]));
        if (isReady) this.failedProbes += 1;
        const isSpent = isPending || this.failedProbes >= PROBES_PER_CONNECTION;
        if (isSpent && !this.closed) this.reconnect();
      }
    }
  }

  /** A client that is not connected does not say why; its last connection error does. */
  private reasonOf(error: unknown): unknown {
    const isReason = error instanceof ErrorReply || error instanceof ReplyTimeoutError;
    return isReason ? error : (this.client.lastError() ?? error);
  }

  private change(state: RedisState): void {
    this.up = state.up;
    this.failedProbes = 0;
    this.stateChanges.emit(state);
  }
}

import { performance } from 'node:perf_hooks';
import type { LoggerService } from '@nestjs/common';
import { ErrorReply } from '@redis/client';
import type { RedisConnection } from './redis-connection.js';
import { reasonOfReply } from './reply-reason.js';

/** A refusal that did not happen for so long is new when it happens again. */
const QUIET_MS = 600_000;

/**
 * Logs whether Redis is in use, once per change. While it is not, and where it refuses single commands,
 * each reason that the server gives is logged once. ERROR = someone must correct a configuration.
 */
export class RedisLog {
  /** The reasons that were logged, and when they were last seen, ms. */
  private readonly lastSeenMs = new Map<string, number>();

  /** False at the start, too: the outcome of its first probes is not known yet. */
  private isDown = false;

  constructor(private readonly logger: LoggerService) {}

  follow({ stateChanges, failures }: Pick<RedisConnection, 'stateChanges' | 'failures'>): void {
    stateChanges.on((state) => (state.up ? this.writeUp() : this.writeDown(state.cause)));
    failures.on(({ cause, up }) => this.writeFailure(cause, up));
  }

  private writeUp(): void {
    this.isDown = false;
    this.lastSeenMs.clear();
    this.logger.log('Redis is in use.');
  }

  private writeDown(cause: unknown): void {
    this.isDown = true;
    if (cause instanceof ErrorReply) this.isNew(reasonOfReply(cause).text);
    this.write('Redis is not used until it answers again', cause);
  }

  private writeFailure(cause: unknown, up: boolean): void {
    if (!up && !this.isDown) return;
    if (!(cause instanceof ErrorReply) || !this.isNew(reasonOfReply(cause).text)) return;
    this.write(up ? 'Redis refuses single commands' : 'Redis is reachable but refuses', cause);
  }

  private write(what: string, cause: unknown): void {
    const { text, needsAction } =
      cause instanceof ErrorReply
        ? reasonOfReply(cause)
        : { text: String(cause), needsAction: false };
    if (needsAction) this.logger.error(`${what}: ${text}`);
    else this.logger.warn(`${what}: ${text}`);
  }

  private isNew(reason: string): boolean {
    const nowMs = performance.now();
    const lastMs = this.lastSeenMs.get(reason) ?? Number.NEGATIVE_INFINITY;
    this.lastSeenMs.set(reason, nowMs);
    return nowMs - lastMs > QUIET_MS;
  }
}

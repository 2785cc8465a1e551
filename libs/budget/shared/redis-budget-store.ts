import { randomUUID } from 'node:crypto';
import type { LuaScript } from '@app/redis/lua-script.js';
import type { RedisConnection } from '@app/redis/redis-connection.js';
import { RedisDownError } from '@app/redis/redis-down.error.js';
import { LEAVE, SEND } from './budget-scripts.js';
import {
  BudgetStore,
  type BudgetReply,
  type BudgetRequest,
  type ReturnedShare,
  type WindowClaim,
  type WindowCount,
} from './budget-store.js';

interface RedisBudgetStoreOptions {
  readonly key: string;
  readonly maxLag: number;
  /** How many shares of a window's reserve exist. */
  readonly maxShares: number;
}

/** The shared count, in one hash in Redis. */
export class RedisBudgetStore extends BudgetStore {
  constructor(
    private readonly redis: Pick<RedisConnection, 'evaluate'>,
    private readonly options: RedisBudgetStoreOptions,
  ) {
    super();
  }

  async send(request: BudgetRequest): Promise<BudgetReply | undefined> {
    const { maxLag, maxShares } = this.options;
    const { act, pod, nowMs, lastReply, windows } = request;
    const known = [lastReply?.epoch ?? '', lastReply?.issued ?? ''];
    const args = [act, pod, ...known, randomUUID(), maxLag, maxShares, nowMs].map(String);
    const reply = await this.evaluate(SEND, [...args, ...windows.flatMap(toArgs)]);
    return Array.isArray(reply) ? toReply(reply) : undefined;
  }

  async leave(pod: string, epoch: string, shares: readonly ReturnedShare[]): Promise<void> {
    const returned = shares.flatMap(({ name, endMs }) => [name, String(endMs)]);
    await this.evaluate(LEAVE, [pod, epoch, ...returned]);
  }

  /** Undefined while Redis is down. */
  private async evaluate(script: LuaScript, args: string[]): Promise<unknown> {
    try {
      return await this.redis.evaluate(script, [this.options.key], args);
    } catch (error) {
      if (!(error instanceof RedisDownError)) throw error;
      return undefined;
    }
  }
}

function toArgs({ name, span, known, maxIssued, wantsShare }: WindowClaim): string[] {
  const numbers = [span.startMs, span.endMs, known ?? '', maxIssued, wantsShare ? 1 : 0];
  return [name, ...numbers.map(String)];
}

function toReply(reply: unknown[]): BudgetReply {
  const [outcome, epoch, issued, ...rest] = reply;
  const windows: WindowCount[] = [];
  for (let at = 0; at < rest.length; at += 4) {
    const [startMs, endMs, count, share] = rest.slice(at, at + 4) as [
      number,
      number,
      number,
      WindowCount['share'],
    ];
    windows.push({ span: { startMs, endMs }, count, share });
  }
  return {
    outcome: outcome as BudgetReply['outcome'],
    epoch: epoch as string,
    issued: issued as number,
    windows,
  };
}

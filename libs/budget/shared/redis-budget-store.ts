import { randomUUID } from 'node:crypto';
import type { LuaScript } from '@app/redis/lua-script.js';
import type { RedisConnection } from '@app/redis/redis-connection.js';
import { RedisDownError } from '@app/redis/redis-down.error.js';
import { isCount } from '@app/redis/reply-values.js';
import { LEAVE, SEND } from './budget-scripts.js';
import {
  BudgetStore,
  type BudgetReply,
  type BudgetRequest,
  type ReturnedShare,
  type WindowClaim,
  type WindowCount,
} from './budget-store.js';

const OUTCOMES: readonly BudgetReply['outcome'][] = ['granted', 'refused', 'wait', 'open'];
const SHARES: readonly WindowCount['share'][] = ['given', 'none', 'later'];
const FIELDS_PER_WINDOW = 4;

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
    return Array.isArray(reply) ? toReply(reply, windows.length) : undefined;
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

/** Undefined for what the script does not reply: nothing is taken from a count that is not one. */
function toReply(
  [outcome, epoch, issued, ...rest]: unknown[],
  count: number,
): BudgetReply | undefined {
  if (!isOneOf(OUTCOMES, outcome) || typeof epoch !== 'string' || !isCount(issued))
    return undefined;
  const windows: WindowCount[] = [];
  for (let at = 0; at < FIELDS_PER_WINDOW * count; at += FIELDS_PER_WINDOW) {
    const window = toWindow(rest.slice(at, at + FIELDS_PER_WINDOW));
    if (!window) return undefined;
    windows.push(window);
  }
  return { outcome, epoch, issued, windows };
}

function toWindow([startMs, endMs, count, share]: unknown[]): WindowCount | undefined {
  if (!isCount(startMs) || !isCount(endMs) || !isCount(count) || !isOneOf(SHARES, share))
    return undefined;
  return { span: { startMs, endMs }, count, share };
}

function isOneOf<T extends string>(words: readonly T[], value: unknown): value is T {
  return words.some((word) => word === value);
}

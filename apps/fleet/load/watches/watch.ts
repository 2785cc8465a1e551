import {
  cacheOutcome,
  type CacheOutcome,
} from '../../../../packages/watch-client/http/cache-status.js';
import type { Fetch, FetchResponse } from '../../../../packages/watch-client/http/fetch.js';
import type { TokenSource } from '../../../../packages/watch-client/http/token-cache.js';
import type {
  Operation,
  Position,
} from '../../../../packages/watch-client/request/weather-request.js';
import { WatchClient } from '../../../../packages/watch-client/watch-client.js';
import { WatchError } from '../../../../packages/watch-client/watch-error.js';

/** How a wake-up ended. */
export interface WakeOutcome {
  /** `unlabelled`: weather without a usable `Cache-Status`; `notSent`: the client sent no request. */
  readonly kind: CacheOutcome | 'unlabelled' | 'error' | 'notSent';
  /** Of the `WatchError`; null without one. */
  readonly code: string | null;
  /** Whether the service answered 304. */
  readonly notModified: boolean;
}

export interface WatchOptions {
  readonly baseUrl: string;
  readonly token: TokenSource;
  readonly fetch: Fetch;
  readonly at: Position;
  readonly operation: Operation;
  readonly timeoutMs: number;
}

/**
 * A watch with the published client. It wakes when its copy has expired, as a real one does: its own clock is put
 * forward to that time, so that a run of minutes has many wake-ups of one watch. After a failure its clock is
 * not put forward: it waits as long as the client asks it to.
 */
export class Watch {
  private aheadMs = 0;
  private copyExpiresAtMs = 0;
  private waking = false;
  private sent = false;
  private response: FetchResponse | null = null;
  private readonly client: WatchClient;

  constructor(private readonly options: WatchOptions) {
    const { baseUrl, token, timeoutMs, fetch } = options;
    this.client = new WatchClient({
      baseUrl,
      token,
      timeoutMs,
      now: this.now,
      fetch: async (...request) => {
        this.sent = true;
        return (this.response = await fetch(...request));
      },
    });
  }

  /** Never rejects with a `WatchError`: that is an outcome. */
  async wake(): Promise<WakeOutcome> {
    if (this.waking) return outcome('notSent');
    this.waking = true;
    this.sent = false;
    this.response = null;
    this.aheadMs += Math.max(0, this.copyExpiresAtMs - this.now());
    try {
      return await this.poll();
    } catch (error) {
      if (error instanceof WatchError) return this.failure(error);
      throw error;
    } finally {
      this.waking = false;
    }
  }

  private async poll(): Promise<WakeOutcome> {
    const { operation, at } = this.options;
    const { error, nextRequestAtMs } = await this.client[operation](at);
    if (error) return this.failure(error);
    this.copyExpiresAtMs = nextRequestAtMs;
    const header = this.response?.headers.get('cache-status') ?? null;
    const notModified = this.response?.status === 304;
    return { kind: cacheOutcome(header) ?? 'unlabelled', code: null, notModified };
  }

  /** Without a request the client is still waiting after an earlier failure, which was counted then. */
  private failure({ code }: WatchError): WakeOutcome {
    const failed = this.sent || code === 'no-token';
    return failed ? { ...outcome('error'), code } : outcome('notSent');
  }

  private readonly now = (): number => Date.now() + this.aheadMs;
}

function outcome(kind: WakeOutcome['kind']): WakeOutcome {
  return { kind, code: null, notModified: false };
}

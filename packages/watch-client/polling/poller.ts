import type { ResponseHeaders } from '../http/fetch.js';
import { noResponse, type Failure, type HttpResult } from '../http/http-result.js';
import { WatchError } from '../watch-error.js';
import { Cooldown } from './cooldown.js';
import { lifetimeOf, type Lifetime } from './lifetime.js';
import { retryDelayMs } from './retry-delay.js';

/** What a watch shows. */
export interface WeatherResult<Body> {
  /** As the service sent it. After a 304 its own age fields are out of date: use those below. */
  readonly body: Body;
  /** Time of the observation or forecast; milliseconds since the epoch, like all times here. */
  readonly asOfMs: number;
  /** The service returned a stale copy, or did not respond. */
  readonly stale: boolean;
  /** Why the latest request failed; null when it succeeded or none was necessary. */
  readonly error: WatchError | null;
  /** Until then calls return the same result without a request: the time of the next wake-up. */
  readonly nextRequestAtMs: number;
}

interface CachedResponse extends Lifetime {
  readonly body: object;
  readonly entityTag: string | null;
  readonly receivedAtMs: number;
}

export interface PollerOptions {
  readonly request: (entityTag: string | null) => Promise<HttpResult>;
  /** Shared by all pollers of the client. */
  readonly clientCooldown: Cooldown;
  readonly now: () => number;
  readonly random: () => number;
}

/** The request is invalid or the place has no weather: a cached response must not be shown either. */
const DROPS_CACHE: readonly (number | null)[] = [400, 404];
/** Token, pilot, rate limit: these failures affect every request of the user. */
const AFFECTS_ALL_REQUESTS: readonly (number | null)[] = [401, 403, 429];

/** Polls one representation: one request at a time, and only after the cached response expired. */
export class Poller {
  private cached: CachedResponse | undefined;
  private inFlight: Promise<WeatherResult<object>> | undefined;
  private failuresInARow = 0;
  private readonly cooldown = new Cooldown();

  constructor(private readonly options: PollerOptions) {}

  /** @throws WatchError when there is nothing to show */
  poll(): Promise<WeatherResult<object>> {
    this.inFlight ??= this.result().finally(() => (this.inFlight = undefined));
    return this.inFlight;
  }

  private async result(): Promise<WeatherResult<object>> {
    const { now, clientCooldown, request } = this.options;
    const nowMs = now();
    const { cached } = this;
    if (cached && nowMs >= cached.receivedAtMs && nowMs < cached.nextRequestAtMs) {
      return resultOf(cached);
    }
    const error = this.cooldown.errorAt(nowMs) ?? clientCooldown.errorAt(nowMs);
    if (error) return this.fallback(error, nowMs);
    return this.accept(await request(cached?.entityTag ?? null), now());
  }

  private accept(result: HttpResult, nowMs: number): WeatherResult<object> {
    switch (result.kind) {
      case 'ok':
        return this.store(result, nowMs);
      case 'not-modified':
        if (this.cached) return this.store(result, nowMs, this.cached);
        return this.fail(
          noResponse('unreadable', new Error('304 for a request without If-None-Match')),
          nowMs,
        );
      case 'failure':
        return this.fail(result, nowMs);
    }
  }

  /** @param confirmed what the service said is not modified */
  private store(
    { headers, body = {} }: { readonly headers: ResponseHeaders; readonly body?: object },
    nowMs: number,
    confirmed?: CachedResponse,
  ): WeatherResult<object> {
    const { random } = this.options;
    this.cached = {
      ...lifetimeOf({ headers, body, confirmedAsOfMs: confirmed?.asOfMs, nowMs, random }),
      body: confirmed?.body ?? body,
      entityTag: headers.get('etag'),
      receivedAtMs: nowMs,
    };
    this.failuresInARow = 0;
    return resultOf(this.cached);
  }

  private fail(failure: Failure, nowMs: number): WeatherResult<object> {
    this.failuresInARow += 1;
    const delayMs = retryDelayMs(failure, this.failuresInARow, this.options.random);
    const error = new WatchError(failure, nowMs + delayMs);
    const affectsAll = AFFECTS_ALL_REQUESTS.includes(failure.status);
    (affectsAll ? this.options.clientCooldown : this.cooldown).start(error, nowMs);
    if (DROPS_CACHE.includes(failure.status)) this.cached = undefined;
    return this.fallback(error, nowMs);
  }

  /** The cached response, marked stale. @throws the error when there is none that is still usable */
  private fallback(error: WatchError, nowMs: number): WeatherResult<object> {
    if (!this.cached || nowMs >= this.cached.usableUntilMs) throw error;
    const { nextRequestAtMs } = error;
    return { ...resultOf(this.cached), stale: true, error, nextRequestAtMs };
  }
}

function resultOf(cached: CachedResponse): WeatherResult<object> {
  const { body, asOfMs, stale, nextRequestAtMs } = cached;
  return { body, asOfMs, stale, error: null, nextRequestAtMs };
}

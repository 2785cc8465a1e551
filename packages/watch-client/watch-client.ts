import type { Fetch } from './http/fetch.js';
import { HttpClient } from './http/http-client.js';
import { TokenCache, type TokenSource } from './http/token-cache.js';
import { Cooldown } from './polling/cooldown.js';
import { Poller, type WeatherResult } from './polling/poller.js';
import {
  createGlancesRequest,
  createRequest,
  type Body,
  type GlanceEntry,
  type Operation,
  type Position,
  type QueryOptions,
  type WeatherRequest,
} from './request/weather-request.js';

export interface WatchClientOptions {
  /** Of the service, without the endpoint's path. */
  readonly baseUrl: string;
  /** Gets a token from the identity provider; called shortly before the last one expires. */
  readonly token: TokenSource;
  /** Deadline of a call, including a new token. Default: 10 000. */
  readonly timeoutMs?: number;
  /** Replacements for the platform's functions, for tests. */
  readonly now?: () => number;
  readonly random?: () => number;
  readonly fetch?: Fetch;
}

const DEFAULT_TIMEOUT_MS = 10_000;
/** A moving watch requests many positions; the least recently used responses are dropped. */
const MAX_POLLERS = 32;

/**
 * A client that caches, revalidates and backs off. Methods may be called at any rate: a call sends a
 * request only after the cached response expired, and rejects with a `WatchError` only when there is
 * nothing to show.
 */
export class WatchClient {
  /** By path, the least recently used first. */
  private readonly pollers = new Map<string, Poller>();
  private readonly cooldown = new Cooldown();
  private readonly http: HttpClient;
  private readonly now: () => number;
  private readonly random: () => number;

  constructor(options: WatchClientOptions) {
    this.now = options.now ?? Date.now;
    this.random = options.random ?? Math.random;
    this.http = new HttpClient(
      {
        baseUrl: options.baseUrl,
        fetch: options.fetch ?? fetch,
        timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
        now: this.now,
      },
      new TokenCache(options.token, this.now),
    );
  }

  /** Everything on a screen of current conditions. */
  conditions(
    at: Position,
    options: QueryOptions<'conditions'> = {},
  ): Promise<WeatherResult<Body<'conditions'>>> {
    return this.poll('conditions', at, options);
  }

  /** Rain, snow or ice in the next hour; status `unknown` is not `none`. */
  minutelyForecast(
    at: Position,
    options: QueryOptions<'minutelyForecast'> = {},
  ): Promise<WeatherResult<Body<'minutelyForecast'>>> {
    return this.poll('minutelyForecast', at, options);
  }

  /** The coming hours; 12 by default. */
  hourlyForecast(
    at: Position,
    options: QueryOptions<'hourlyForecast'> = {},
  ): Promise<WeatherResult<Body<'hourlyForecast'>>> {
    return this.poll('hourlyForecast', at, options);
  }

  /** The coming local days; 5 by default. */
  dailyForecast(
    at: Position,
    options: QueryOptions<'dailyForecast'> = {},
  ): Promise<WeatherResult<Body<'dailyForecast'>>> {
    return this.poll('dailyForecast', at, options);
  }

  /** Official alerts; status `unknown` is not `none`. */
  alerts(
    at: Position,
    options: QueryOptions<'alerts'> = {},
  ): Promise<WeatherResult<Body<'alerts'>>> {
    return this.poll('alerts', at, options);
  }

  /** A whole watch face with short keys, in the fewest bytes. */
  glance(
    at: Position,
    options: QueryOptions<'glance'> = {},
  ): Promise<WeatherResult<Body<'glance'>>> {
    return this.poll('glance', at, options);
  }

  /** Glances of up to 8 positions in one request, each with its own status; stale when one of them is. */
  glances(
    at: readonly Position[],
    options: QueryOptions<'glance'> = {},
  ): Promise<WeatherResult<readonly GlanceEntry[]>> {
    return this.pollerOf(createGlancesRequest(at, options)).poll() as Promise<
      WeatherResult<readonly GlanceEntry[]>
    >;
  }

  /** Visibility now and precipitation of the past hour. */
  precipitation(
    at: Position,
    options: QueryOptions<'precipitation'> = {},
  ): Promise<WeatherResult<Body<'precipitation'>>> {
    return this.poll('precipitation', at, options);
  }

  /** The UV index now. */
  uvIndex(
    at: Position,
    options: QueryOptions<'uvIndex'> = {},
  ): Promise<WeatherResult<Body<'uvIndex'>>> {
    return this.poll('uvIndex', at, options);
  }

  private poll<T extends Operation>(
    operation: T,
    at: Position,
    options: QueryOptions<T>,
  ): Promise<WeatherResult<Body<T>>> {
    const poller = this.pollerOf(createRequest(operation, at, options));
    return poller.poll() as Promise<WeatherResult<Body<T>>>;
  }

  private pollerOf(request: WeatherRequest): Poller {
    const { cooldown, now, random } = this;
    const poller =
      this.pollers.get(request.path) ??
      new Poller({
        request: (entityTag) => this.http.get(request, entityTag),
        clientCooldown: cooldown,
        now,
        random,
      });
    this.keep(request.path, poller);
    return poller;
  }

  /** A Map keeps insertion order, so that its first key is the least recently used one. */
  private keep(path: string, poller: Poller): void {
    this.pollers.delete(path);
    this.pollers.set(path, poller);
    const [oldest] = this.pollers.keys();
    if (this.pollers.size > MAX_POLLERS && oldest !== undefined) this.pollers.delete(oldest);
  }
}

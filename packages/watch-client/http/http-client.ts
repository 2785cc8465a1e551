import type { WeatherRequest } from '../request/weather-request.js';
import type { Fetch, PlatformAbortSignal } from './fetch.js';
import { noResponse, toHttpResult, type HttpResult, type RawResponse } from './http-result.js';
import type { TokenCache } from './token-cache.js';

export interface HttpClientOptions {
  /** Without the endpoint's path; a path prefix is kept. */
  readonly baseUrl: string;
  readonly fetch: Fetch;
  /** Deadline for the whole call: token, response, and the retry with a new token. */
  readonly timeoutMs: number;
  readonly now: () => number;
}

const UNAUTHENTICATED = 401;

/** Sends requests to the service, with a token and a deadline. */
export class HttpClient {
  private readonly baseUrl: string;

  constructor(
    private readonly options: HttpClientOptions,
    private readonly tokens: TokenCache,
  ) {
    this.baseUrl = options.baseUrl.replace(/\/+$/, '');
  }

  /**
   * Never rejects. Retries once with a new token after a 401.
   * @param entityTag of the cached response, for revalidation
   */
  async get(request: WeatherRequest, entityTag: string | null): Promise<HttpResult> {
    const signal = AbortSignal.timeout(this.options.timeoutMs);
    const send = (token: string): Promise<RawResponse> => {
      const { path, accept } = request;
      const revalidation = entityTag === null ? {} : { 'if-none-match': entityTag };
      return this.send(path, { accept, authorization: `Bearer ${token}`, ...revalidation }, signal);
    };
    let token: string | undefined;
    try {
      token = await this.tokens.current(signal);
      let response = await send(token);
      if (response.status === UNAUTHENTICATED) {
        const rejected = token;
        token = undefined;
        token = await this.tokens.replace(rejected, signal);
        response = await send(token);
      }
      return toHttpResult(response, this.options.now());
    } catch (error) {
      return noResponse(token === undefined ? 'no-token' : 'unreachable', error);
    }
  }

  private async send(
    path: string,
    headers: Readonly<Record<string, string>>,
    signal: PlatformAbortSignal,
  ): Promise<RawResponse> {
    // A browser throws "Illegal invocation" when `fetch` is called as a method of another object.
    const { fetch } = this.options;
    // A response from the browser's cache has the `max-age` of when it was new, so it would be shown for too long.
    const response = await fetch(this.baseUrl + path, { headers, signal, cache: 'no-store' });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, bytes };
  }
}

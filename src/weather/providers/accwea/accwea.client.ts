import type { ProviderError } from '../provider.error.js';
import type { ErrorResponse } from '../upstream/error-response.js';
import type { UpstreamClient } from '../upstream/upstream.client.js';
import type { UpstreamRequest } from '../upstream/upstream-request.js';
import type { Provided } from '../weather-provider.js';
import { toProviderError } from './accwea.faults.js';
import type { AccweaOptions } from './accwea.options.js';

export interface AccweaRequest<T> extends Pick<
  UpstreamRequest<T>,
  'operation' | 'parameters' | 'priority' | 'read'
> {
  /** Below the base URL. */
  readonly path: string;
}

/** What is AccuWeather's own about a call: the base URL, the key and where it goes, what 404 means. */
export class AccweaClient {
  constructor(
    private readonly upstream: UpstreamClient,
    private readonly options: AccweaOptions,
  ) {}

  /** @throws LoadError, a ProviderError on anything but a 200 or 404 that the question can read */
  request<T>({ path, parameters, ...question }: AccweaRequest<T>): Promise<Provided<T>> {
    const { url, token, auth } = this.options;
    const key = token.reveal();
    return this.upstream.request({
      ...question,
      url: url.replace(/\/$/, '') + path,
      parameters: auth === 'query' ? { ...parameters, apikey: key } : parameters,
      headers: auth === 'bearer' ? { authorization: `Bearer ${key}` } : {},
      key,
      refuse,
    });
  }
}

/** The vendor's 404 is JSON or empty, and says that there is nothing; a proxy's, or one at a wrong base URL, is a page. */
function refuse(refusal: ErrorResponse): ProviderError | undefined {
  const holdsNothing = refusal.status === 404 && refusal.body !== undefined;
  return holdsNothing ? undefined : toProviderError(refusal);
}

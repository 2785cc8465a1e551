import type { LoadError } from '@app/load/load.error.js';
import type { ProviderError } from '../provider.error.js';
import type { ErrorResponse } from '../upstream/error-response.js';
import type { CallRequest, UpstreamClient } from '../upstream/upstream.client.js';
import type { UpstreamRequest } from '../upstream/upstream-request.js';
import type { Provided } from '../weather-provider.js';
import { toProviderError, type Rule } from './accwea.faults.js';
import type { AccweaOptions } from './accwea.options.js';

export interface AccweaRequest<T> extends Pick<
  UpstreamRequest<T>,
  'operation' | 'variant' | 'item' | 'parameters' | 'priority' | 'allowance' | 'waiting' | 'read'
> {
  /** Below the base URL. */
  readonly path: string;
  /** What refusals of this request mean, before the rules of every request. */
  readonly rules?: readonly Rule[];
}

/** The specifics of AccuWeather calls: base URL, placement of the key, meaning of a 404. */
export class AccweaClient {
  constructor(
    private readonly upstream: UpstreamClient,
    private readonly options: AccweaOptions,
  ) {}

  /** @throws LoadError: a ProviderError for every response other than a readable 200 or 404 */
  request<T>({ path, parameters, rules, ...request }: AccweaRequest<T>): Promise<Provided<T>> {
    const { url, token, auth } = this.options;
    const key = token.reveal();
    return this.upstream.request({
      ...request,
      url: url.replace(/\/$/, '') + path,
      parameters: auth === 'query' ? { ...parameters, apikey: key } : parameters,
      headers: auth === 'bearer' ? { authorization: `Bearer ${key}` } : {},
      key,
      refuse: (response) => refuse(response, rules),
    });
  }

  /** Why a request would not be sent now, as far as this process knows. */
  refusalOf(request: Omit<CallRequest, 'key' | 'priority'>): LoadError | undefined {
    const key = this.options.token.reveal();
    return this.upstream.refusalOf({ ...request, key, priority: 'missing' });
  }
}

/** A 404 of the vendor is JSON or empty and means an empty result; one of a proxy or a wrong base URL is a page. */
function refuse(
  response: ErrorResponse,
  rules: readonly Rule[] | undefined,
): ProviderError | undefined {
  const isEmptyResult = response.status === 404 && response.body !== undefined;
  return isEmptyResult ? undefined : toProviderError(response, rules);
}

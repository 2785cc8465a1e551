import type { Clock } from '@app/clock/clock.js';
import type { LoadError } from '@app/load/load.error.js';
import type { CallRequest, UpstreamClient } from '../upstream/upstream.client.js';
import type { UpstreamRequest } from '../upstream/upstream-request.js';
import type { Provided } from '../weather-provider.js';
import { toProviderError } from './open-meteo.faults.js';
import type { OpenMeteoOptions } from './open-meteo.options.js';

const FREE_HOST = 'https://api.open-meteo.com';
const CUSTOMER_HOST = 'https://customer-api.open-meteo.com';

/** Parameters of every request. */
const COMMON_PARAMETERS = {
  // The vendor's defaults except for the time; sent explicitly, and verified in the response.
  timeformat: 'unixtime',
  temperature_unit: 'celsius',
  wind_speed_unit: 'kmh',
  precipitation_unit: 'mm',
  // The only rule for both land and sea: `land`, the default, moves a position off the coast ashore, and
  // `sea` moves a position on the shore out. Our cells are finer than the model grids, so nothing is lost.
  cell_selection: 'nearest',
} as const;

type OpenMeteoRequest<T> = Pick<
  UpstreamRequest<T>,
  'operation' | 'variant' | 'item' | 'parameters' | 'priority' | 'allowance' | 'waiting' | 'read'
>;

/** The specifics of Open-Meteo calls: host, key, units, meaning of error responses. */
export class OpenMeteoClient {
  constructor(
    private readonly upstream: Pick<UpstreamClient, 'request' | 'refusalOf'>,
    private readonly options: OpenMeteoOptions,
    private readonly clock: Clock,
  ) {}

  /** @throws LoadError: a ProviderError for every response other than a readable 200 */
  request<T>({ parameters, ...request }: OpenMeteoRequest<T>): Promise<Provided<T>> {
    const key = this.options.apiKey?.reveal();
    const host = this.options.url ?? (key ? CUSTOMER_HOST : FREE_HOST);
    return this.upstream.request({
      ...request,
      url: `${host.replace(/\/$/, '')}/v1/forecast`,
      parameters: { ...parameters, ...COMMON_PARAMETERS, ...(key && { apikey: key }) },
      headers: {},
      ...(key && { key }),
      refuse: (response) => toProviderError(response, this.clock.nowMs()),
    });
  }

  /** Why a request would not be sent now, as far as this process knows. */
  refusalOf(request: Omit<CallRequest, 'key' | 'priority'>): LoadError | undefined {
    const key = this.options.apiKey?.reveal();
    return this.upstream.refusalOf({ ...request, priority: 'missing', ...(key && { key }) });
  }
}

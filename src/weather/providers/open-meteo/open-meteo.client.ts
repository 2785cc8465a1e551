import type { Clock } from '@app/clock/clock.js';
import type { UpstreamClient } from '../upstream/upstream.client.js';
import type { UpstreamRequest } from '../upstream/upstream-request.js';
import type { Provided } from '../weather-provider.js';
import { toProviderError } from './open-meteo.faults.js';
import type { OpenMeteoOptions } from './open-meteo.options.js';

const FREE_HOST = 'https://api.open-meteo.com';
const CUSTOMER_HOST = 'https://customer-api.open-meteo.com';

/** Part of every question. */
const COMMON_PARAMETERS = {
  // The vendor's defaults but for the time; said all the same, and checked in the answer.
  timeformat: 'unixtime',
  temperature_unit: 'celsius',
  wind_speed_unit: 'kmh',
  precipitation_unit: 'mm',
  // The one rule for land and sea: `land`, the default, takes a position off the coast ashore, and
  // `sea` one on the shore out. Nothing is lost, for our cells are finer than those of the models.
  cell_selection: 'nearest',
} as const;

type OpenMeteoRequest<T> = Pick<
  UpstreamRequest<T>,
  'operation' | 'parameters' | 'priority' | 'read'
>;

/** What is Open-Meteo's own about a call: the host, the key, the units, what a refusal means. */
export class OpenMeteoClient {
  constructor(
    private readonly upstream: Pick<UpstreamClient, 'request'>,
    private readonly options: OpenMeteoOptions,
    private readonly clock: Clock,
  ) {}

  /** @throws LoadError, a ProviderError on anything but a 200 that the question can read */
  request<T>({ parameters, ...question }: OpenMeteoRequest<T>): Promise<Provided<T>> {
    const key = this.options.apiKey?.reveal();
    const host = this.options.url ?? (key ? CUSTOMER_HOST : FREE_HOST);
    return this.upstream.request({
      ...question,
      url: `${host.replace(/\/$/, '')}/v1/forecast`,
      parameters: { ...parameters, ...COMMON_PARAMETERS, ...(key && { apikey: key }) },
      headers: {},
      ...(key && { key }),
      refuse: (refusal) => toProviderError(refusal, this.clock.nowMs()),
    });
  }
}

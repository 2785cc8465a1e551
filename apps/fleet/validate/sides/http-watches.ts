import { cacheOutcome } from '../../../../packages/watch-client/http/cache-status.js';
import type { Fetch } from '../../../../packages/watch-client/http/fetch.js';
import type { WakeOutcome } from '../../load/watches/watch.js';
import { ENDPOINT_NAMES, podOf, type RequestDraw } from '../../trace/endpoints.js';
import type { HourTrace } from '../trace/hour-trace.js';
import type { WatchSites } from '../trace/watch-sites.js';

const TIMEOUT_MS = 10_000;

/** The endpoints by their names in `--mix`. */
const PATHS: Readonly<Record<string, string>> = {
  glance: '/v1/glance',
  prcpt: '/prcpt',
  uvidx: '/uvidx',
  conditions: '/v1/conditions',
  hourly: '/v1/forecast/hourly',
  daily: '/v1/forecast/daily',
  minutely: '/v1/forecast/minutely',
  alerts: '/v1/alerts',
};

export interface HttpWatchesOptions {
  readonly trace: HourTrace;
  readonly sites: WatchSites;
  readonly draws: RequestDraw;
  /** Base URLs of the pods. */
  readonly pods: readonly string[];
  /** Access tokens; the watches take turns. */
  readonly tokens: readonly string[];
  readonly fetch: Fetch;
}

/** Sends the requests of a trace: each to the endpoint, position and pod that its random bits say. */
export class HttpWatches {
  constructor(private readonly options: HttpWatchesOptions) {}

  /** Sends request number `index`. Never rejects: a failure is an outcome. */
  async ask(index: number): Promise<WakeOutcome> {
    const { trace, tokens, fetch } = this.options;
    const watch = (trace.site[index] ?? 0) >>> 1;
    try {
      const response = await fetch(this.urlOf(index), {
        headers: { authorization: `Bearer ${tokens[watch % tokens.length]}` },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        cache: 'no-store',
      });
      await response.arrayBuffer();
      if (response.status !== 200) return failed(`status ${response.status}`);
      const kind = cacheOutcome(response.headers.get('cache-status')) ?? 'unlabelled';
      return { kind, code: null, notModified: false };
    } catch (error) {
      return failed(error instanceof Error ? error.name : String(error));
    }
  }

  private urlOf(index: number): string {
    const { trace, sites, draws, pods } = this.options;
    const [site, bits] = [trace.site[index] ?? 0, trace.draw[index] ?? 0];
    const path = PATHS[ENDPOINT_NAMES[draws.endpointOf(bits)] ?? ''] ?? '/';
    const query = `lt=${degrees(sites.latitude[site])}&lg=${degrees(sites.longitude[site])}`;
    return `${pods[podOf(bits, pods.length)]}${path}?${query}`;
  }
}

/** Without an exponent. */
function degrees(value: number | undefined): string {
  return (value ?? 0).toFixed(5);
}

function failed(code: string): WakeOutcome {
  return { kind: 'error', code, notModified: false };
}

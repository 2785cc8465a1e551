import { setTimeout as delay } from 'node:timers/promises';

const TICK_MS = 20;
/** In each cycle one request has no token, one no longitude, one is at sea, and one has an unknown path. */
const CYCLE_LENGTH = 200;
const INVALID_PATHS: Readonly<Record<number, string>> = {
  3: '/prcpt?lt=48.8566',
  7: '/uvidx?lt=30.5&lg=-40.5',
  11: '/wp-login.php',
};
const WITHOUT_TOKEN = 15;
const ENDPOINTS = [
  '/prcpt',
  '/uvidx',
  '/v1/glance',
  '/v1/conditions',
  '/prcpt',
  '/v1/forecast/hourly',
  '/v1/forecast/daily',
  '/v1/alerts',
];
const CITIES = [
  ['48.8566', '2.3522'],
  ['45.764', '4.8357'],
  ['51.5074', '-0.1278'],
  ['43.2965', '5.3698'],
  ['52.52', '13.405'],
  ['37.7749', '-122.4194'],
  ['35.6762', '139.6503'],
  ['-33.8688', '151.2093'],
  ['27.7172', '85.324'],
  ['-1.2921', '36.8219'],
] as const;

export interface WatchTrafficOptions {
  /** The pods; requests alternate between them. */
  readonly apiUrls: readonly string[];
  /** The tokens of the users; requests alternate between them. */
  readonly tokens: readonly string[];
  readonly perSecond: number;
}

/** Requests of watches in ten cities, with `If-None-Match`; a few are invalid. */
export class WatchTraffic {
  private readonly tags = new Map<string, string>();
  private readonly stopped = new AbortController();
  private readonly pending = new Set<Promise<void>>();
  private sent = 0;

  constructor(private readonly options: WatchTrafficOptions) {}

  /** Sends requests at a constant rate until `stop`, without waiting for responses. */
  async run(): Promise<void> {
    const startedAt = performance.now();
    while (!this.stopped.signal.aborted) {
      const due = ((performance.now() - startedAt) / 1_000) * this.options.perSecond;
      while (this.sent < due) this.sendNext();
      await delay(TICK_MS);
    }
    await Promise.all(this.pending);
  }

  stop(): void {
    this.stopped.abort();
  }

  private sendNext(): void {
    const at = this.sent++;
    const { apiUrls, tokens } = this.options;
    const step = at % CYCLE_LENGTH;
    const [latitude, longitude] = CITIES[at % CITIES.length] ?? CITIES[0];
    const place = `?lt=${latitude}&lg=${longitude}`;
    const path = INVALID_PATHS[step] ?? `${ENDPOINTS[at % ENDPOINTS.length]}${place}`;
    const token = step === WITHOUT_TOKEN ? undefined : tokens[at % tokens.length];
    const request = this.send(`${apiUrls[at % apiUrls.length]}${path}`, token);
    this.pending.add(request);
    void request.finally(() => this.pending.delete(request));
  }

  private async send(url: string, token: string | undefined): Promise<void> {
    const tag = this.tags.get(url);
    try {
      const response = await fetch(url, {
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(tag ? { 'if-none-match': tag } : {}),
        },
      });
      await response.arrayBuffer();
      const etag = response.headers.get('etag');
      if (response.ok && etag) this.tags.set(url, etag);
    } catch {
      // A watch sends its next request later; the board shows that no user was served.
    }
  }
}

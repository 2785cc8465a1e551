import { setTimeout as delay } from 'node:timers/promises';

const LOOK_EVERY_MS = 20;
/** Of so many requests one has no token, one no longitude, one asks for the open sea, one for nothing we have. */
const WRONG_EVERY = 200;
const WRONG: Readonly<Record<number, string>> = {
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
  /** The pods, in turn. */
  readonly apiUrls: readonly string[];
  /** Of the users, in turn. */
  readonly tokens: readonly string[];
  readonly perSecond: number;
}

/** Watches in ten cities, most of which ask well: with what they have in `If-None-Match`. */
export class WatchTraffic {
  private readonly tags = new Map<string, string>();
  private readonly over = new AbortController();
  private readonly pending = new Set<Promise<void>>();
  private asked = 0;

  constructor(private readonly options: WatchTrafficOptions) {}

  /** Asks until it is stopped, without waiting for the answers before. */
  async run(): Promise<void> {
    const startedAt = performance.now();
    while (!this.over.signal.aborted) {
      const due = ((performance.now() - startedAt) / 1_000) * this.options.perSecond;
      while (this.asked < due) this.askNext();
      await delay(LOOK_EVERY_MS);
    }
    await Promise.all(this.pending);
  }

  stop(): void {
    this.over.abort();
  }

  private askNext(): void {
    const at = this.asked++;
    const { apiUrls, tokens } = this.options;
    const slip = at % WRONG_EVERY;
    const [latitude, longitude] = CITIES[at % CITIES.length] ?? CITIES[0];
    const place = `?lt=${latitude}&lg=${longitude}`;
    const path = WRONG[slip] ?? `${ENDPOINTS[at % ENDPOINTS.length]}${place}`;
    const token = slip === WITHOUT_TOKEN ? undefined : tokens[at % tokens.length];
    const asking = this.ask(`${apiUrls[at % apiUrls.length]}${path}`, token);
    this.pending.add(asking);
    void asking.finally(() => this.pending.delete(asking));
  }

  private async ask(url: string, token: string | undefined): Promise<void> {
    const tag = this.tags.get(url);
    try {
      const answer = await fetch(url, {
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(tag ? { 'if-none-match': tag } : {}),
        },
      });
      await answer.arrayBuffer();
      const fresh = answer.headers.get('etag');
      if (answer.ok && fresh) this.tags.set(url, fresh);
    } catch {
      // A watch sends its next request later; the board shows that no user was served.
    }
  }
}

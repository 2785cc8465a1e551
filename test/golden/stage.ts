import { ApiProcess } from '../support/api-process.js';
import { FixedUpstream, SEARCH_PATH, type UpstreamAnswer } from '../support/fixed-upstream.js';
import { ForgingIssuer } from '../support/issuer/forging-issuer.js';
import { eventually } from '../support/eventually.js';
import { MovedClock } from '../support/preloads/moved-clock.js';
import type { Scene } from './said.js';
import { alertsBody, conditionsBody, dailyBody, hourlyBody, keyOf, locationBody } from './wire.js';

/** Positions within a cell of each other are one scene. */
const SAME_PLACE_DEGREES = 0.05;

/** The API in a process of its own whose clock says another time, before a provider that knows some scenes. */
export class Stage {
  private constructor(
    private readonly upstream: FixedUpstream,
    private readonly issuer: ForgingIssuer,
    private readonly api: ApiProcess,
    private readonly token: string,
    private readonly clock: MovedClock,
  ) {}

  /** @param at the API's time when it is asked first; it runs on from there */
  static async set(at: string, answer: UpstreamAnswer): Promise<Stage> {
    const clock = new MovedClock(Date.parse(at));
    const [upstream, issuer] = await Promise.all([
      FixedUpstream.start(answer),
      ForgingIssuer.start(),
    ]);
    const api = await ApiProcess.start({
      ...clock.environment,
      ACCWEA_URL: upstream.url,
      OIDC_ISSUER: issuer.issuer,
      RATE_LIMIT_PER_MINUTE: '1000000',
      MISS_LIMIT_PER_HOUR: '1000000',
    });
    const iat = Math.floor(clock.nowMs() / 1_000);
    const token = await issuer.token({ claims: { iat, exp: iat + 3_600 } });
    return new Stage(upstream, issuer, api, token, clock);
  }

  /** Resolves once the API may be asked. */
  async ready(): Promise<void> {
    await eventually(async () => (await fetch(`${this.api.url}/health/ready`)).ok, 20_000);
  }

  /** What time it is for the API. */
  nowMs(): number {
    return this.clock.nowMs();
  }

  get apiUrl(): string {
    return this.api.url;
  }

  /** @param url of what stands before the API */
  get(
    path: string,
    headers: Readonly<Record<string, string>> = {},
    url = this.api.url,
  ): Promise<Response> {
    return fetch(url + path, {
      headers: { authorization: `Bearer ${this.token}`, ...headers },
    });
  }

  async clear(): Promise<void> {
    await this.api.end('SIGKILL');
    await Promise.all([this.upstream.stop(), this.issuer.goDown()]);
    this.clock.remove();
  }
}

/** A provider that knows these places and nothing else. */
export function playing(scenes: readonly Scene[]): UpstreamAnswer {
  return (path, query) => {
    if (path === SEARCH_PATH) {
      const found = scenes.find((scene) => isAt(scene, query.get('q') ?? ''));
      return found ? locationBody(found) : null;
    }
    const scene = scenes.find(({ place }) => path.endsWith(`/${keyOf(place.name)}`));
    const body = BODIES.find(([start]) => path.startsWith(start))?.[1];
    return scene && body?.(scene);
  };
}

const BODIES: readonly (readonly [path: string, body: (scene: Scene) => object])[] = [
  ['/currentconditions/v1/', conditionsBody],
  ['/forecasts/v1/hourly/24hour/', hourlyBody],
  ['/forecasts/v1/daily/10day/', dailyBody],
  ['/alerts/v1/', alertsBody],
];

function isAt({ position }: Scene, q: string): boolean {
  const asked = q.split(',').map(Number);
  return position.every((degrees, axis) => {
    return Math.abs(degrees - (asked[axis] ?? NaN)) < SAME_PLACE_DEGREES;
  });
}

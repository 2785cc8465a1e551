import { ApiProcess } from '../support/api-process.js';
import { FixedUpstream, SEARCH_PATH, type UpstreamAnswer } from '../support/fixed-upstream.js';
import { ForgingIssuer } from '../support/issuer/forging-issuer.js';
import { eventually } from '../support/eventually.js';
import { MovedClock } from '../support/preloads/moved-clock.js';
import type { Scenario } from './provider-data.js';
import { alertsBody, conditionsBody, dailyBody, hourlyBody, keyOf, locationBody } from './wire.js';

/** Positions this close belong to the same scenario; larger than a cell. */
const SAME_PLACE_DEGREES = 0.05;

/** An API process whose clock is set to a given time, with a provider that plays scenarios. */
export class ScenarioApi {
  private constructor(
    private readonly upstream: FixedUpstream,
    private readonly issuer: ForgingIssuer,
    private readonly api: ApiProcess,
    private readonly token: string,
    private readonly clock: MovedClock,
  ) {}

  /** @param at the API's time at the start; it runs on from there */
  static async start(at: string, answer: UpstreamAnswer): Promise<ScenarioApi> {
    const clock = new MovedClock(Date.parse(at));
    const [upstream, issuer] = await Promise.all([
      FixedUpstream.start(answer, clock.nowMs),
      ForgingIssuer.start(),
    ]);
    const api = await ApiProcess.start({
      ...clock.environment,
      ACCWEA_URL: upstream.url,
      OIDC_ISSUER: issuer.issuer,
      RATE_LIMIT_PER_MINUTE: '1000000',
      MISS_LIMIT_PER_HOUR: '1000000',
      REFRESH_LIMIT_PER_HOUR: '1000000',
    });
    const iat = Math.floor(clock.nowMs() / 1_000);
    const token = await issuer.token({ claims: { iat, exp: iat + 3_600 } });
    return new ScenarioApi(upstream, issuer, api, token, clock);
  }

  /** Resolves when the API is ready. */
  async untilReady(): Promise<void> {
    await eventually(async () => (await fetch(`${this.api.url}/health/ready`)).ok, 20_000);
  }

  /** The current time of the API's clock. */
  nowMs(): number {
    return this.clock.nowMs();
  }

  get apiUrl(): string {
    return this.api.url;
  }

  /** @param url base URL, when requests go through a proxy */
  get(
    path: string,
    headers: Readonly<Record<string, string>> = {},
    url = this.api.url,
  ): Promise<Response> {
    return fetch(url + path, {
      headers: { authorization: `Bearer ${this.token}`, ...headers },
    });
  }

  async stop(): Promise<void> {
    await this.api.end('SIGKILL');
    await Promise.all([this.upstream.stop(), this.issuer.goDown()]);
    this.clock.remove();
  }
}

/** The answers of a provider that has only the places of these scenarios. */
export function answersFor(scenarios: readonly Scenario[]): UpstreamAnswer {
  return (path, query) => {
    if (path === SEARCH_PATH) {
      const found = scenarios.find((scenario) => isAt(scenario, query.get('q') ?? ''));
      return found ? locationBody(found) : null;
    }
    const scenario = scenarios.find(({ place }) => path.endsWith(`/${keyOf(place.name)}`));
    const body = BODIES.find(([start]) => path.startsWith(start))?.[1];
    return scenario && body?.(scenario);
  };
}

const BODIES: readonly (readonly [path: string, body: (scenario: Scenario) => object])[] = [
  ['/currentconditions/v1/', conditionsBody],
  ['/forecasts/v1/hourly/24hour/', hourlyBody],
  ['/forecasts/v1/daily/10day/', dailyBody],
  ['/alerts/v1/', alertsBody],
];

function isAt({ position }: Scenario, q: string): boolean {
  const requested = q.split(',').map(Number);
  return position.every((degrees, axis) => {
    return Math.abs(degrees - (requested[axis] ?? NaN)) < SAME_PLACE_DEGREES;
  });
}

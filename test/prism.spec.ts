import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { FaultKind } from '../apps/accwea-simulator/faults/fault-kinds.js';
import { SCENARIOS } from './golden/scenarios.js';
import { answersFor, ScenarioApi } from './golden/scenario-api.js';
import { describeWithPrism } from './support/tools/describe-with-prism.js';
import { Prism, violationsIn } from './support/tools/prism.js';
import { WEATHER_PATHS } from './support/weather-paths.js';
import { World } from './support/world.js';

const VIEWS = ['units=metric&lang=en', 'units=imperial&lang=ja'];
const PARIS = 'lt=48.8705&lg=2.3049';
const REQUESTS_PER_MINUTE = 60;

/** Reads an answer to its end; returns its contract violations, or its status when there are none. */
async function validated(answer: Response): Promise<number | string[]> {
  await answer.arrayBuffer();
  const violations = violationsIn(answer);
  return violations.length > 0 ? violations : answer.status;
}

describeWithPrism('weather responses validated against openapi.yaml', () => {
  let api: ScenarioApi;
  let prism: Prism;

  beforeAll(async () => {
    api = await ScenarioApi.start(SCENARIOS[0]?.at ?? '', answersFor(SCENARIOS));
    await api.untilReady();
    prism = await Prism.start(api.apiUrl);
  });
  afterAll(async () => {
    await prism.stop();
    await api.stop();
  });

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    api.get(path, headers, prism.url);

  it.each(SCENARIOS)('conform in every view at $place.name', async ({ position: [lt, lg] }) => {
    for (const path of WEATHER_PATHS) {
      for (const view of VIEWS) {
        const target = `${path}?lt=${lt}&lg=${lg}&${view}`;
        expect([target, await validated(await get(target))]).toEqual([target, 200]);
      }
    }
  });

  it.each(WEATHER_PATHS)('conform as 200 and as 304 on %s', async (path) => {
    const [lt, lg] = SCENARIOS[0]?.position ?? [];
    const target = `${path}?lt=${lt}&lg=${lg}`;
    const first = await get(target);
    expect(await validated(first)).toBe(200);

    const again = await get(target, { 'if-none-match': first.headers.get('etag') ?? '' });
    expect(await validated(again)).toBe(304);
  });
});

describeWithPrism('error responses validated against openapi.yaml', () => {
  let world: World;
  let prism: Prism;

  beforeAll(async () => {
    const environment = {
      RATE_LIMIT_PER_MINUTE: String(REQUESTS_PER_MINUTE),
      MISS_LIMIT_PER_HOUR: '3',
    };
    world = await World.start({ environment });
    prism = await Prism.start(world.api.url);
  });
  afterAll(async () => {
    await prism.stop();
    await world.stop();
  });

  const get = (path: string, token: string | undefined): Promise<Response> =>
    fetch(prism.url + path, { headers: token ? { authorization: `Bearer ${token}` } : {} });

  it.each(['/', '/health/live', '/health/ready'])('conform on %s without a token', async (path) => {
    expect(await validated(await get(path, undefined))).toBe(200);
  });

  it.each(WEATHER_PATHS)('conform as 401 and 400 on %s', async (path) => {
    const token = await world.tokenOf(`watch-at${path.replaceAll('/', '-')}`);

    expect(await validated(await get(`${path}?${PARIS}`, undefined))).toBe(401);
    expect(await validated(await get(`${path}?${PARIS}`, 'x.y.z'))).toBe(401);
    expect(await validated(await get(`${path}?lt=91&lg=abc`, token))).toBe(400);
  });

  it.each<[path: string, kind: FaultKind]>(WEATHER_PATHS.map((path) => [path, '500']))(
    'conform on %s as 503 while the provider fails (%s), and as 429',
    async (path, kind) => {
      const token = await world.tokenOf(`watch-in${path.replaceAll('/', '-')}`);
      world.simulator.fault = { kind };
      const cold = `${path}?lt=-33.${WEATHER_PATHS.indexOf(path)}&lg=151.2`;
      expect(await validated(await get(cold, token))).toBe(503);
      world.simulator.fault = undefined;

      const statuses = new Set<number | string[]>();
      for (let at = 0; at <= REQUESTS_PER_MINUTE; at += 1) {
        statuses.add(await validated(await get(`${path}?lt=${at}.5&lg=11.5`, token)));
      }
      expect(statuses).toContain(429);
      expect([...statuses].filter((status) => typeof status !== 'number')).toEqual([]);
    },
  );

  it('are reported by Prism when they do not conform', async () => {
    // The simulator's 404 is not problem+json.
    const other = await Prism.start(world.simulatorUrl);
    const answer = await fetch(`${other.url}/v1/conditions?${PARIS}`);

    expect(violationsIn(answer)).not.toEqual([]);
    expect(await other.stop()).not.toEqual([]);
  });
});

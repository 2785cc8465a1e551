import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { FaultKind } from '../apps/accwea-simulator/faults/fault-kinds.js';
import { SCENES } from './golden/scenes.js';
import { playing, Stage } from './golden/stage.js';
import { describeWithPrism, Prism, violationsIn } from './support/tools/prism.js';
import { World } from './support/world.js';

const PATHS = [
  '/prcpt',
  '/uvidx',
  '/v1/conditions',
  '/v1/forecast/hourly',
  '/v1/forecast/daily',
  '/v1/alerts',
  '/v1/glance',
];
const VIEWS = ['units=metric&lang=en', 'units=imperial&lang=ja'];
const PARIS = 'lt=48.8705&lg=2.3049';
const REQUESTS_PER_MINUTE = 60;

/** Reads an answer to its end; what is wrong with it, or its status when nothing is. */
async function judged(answer: Response): Promise<number | string[]> {
  await answer.arrayBuffer();
  const violations = violationsIn(answer);
  return violations.length > 0 ? violations : answer.status;
}

describeWithPrism('weather as openapi.yaml describes it (needs Prism)', () => {
  let stage: Stage;
  let prism: Prism;

  beforeAll(async () => {
    stage = await Stage.set(SCENES[0]?.at ?? '', playing(SCENES));
    await stage.ready();
    prism = await Prism.start(stage.apiUrl);
  });
  afterAll(async () => {
    await prism.stop();
    await stage.clear();
  });

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    stage.get(path, headers, prism.url);

  it.each(SCENES)('is answered in every view at $place.name', async ({ position: [lt, lg] }) => {
    for (const path of PATHS) {
      for (const view of VIEWS) {
        const target = `${path}?lt=${lt}&lg=${lg}&${view}`;
        expect([target, await judged(await get(target))]).toEqual([target, 200]);
      }
    }
  });

  it.each(PATHS)('of %s is not sent again to who has it', async (path) => {
    const [lt, lg] = SCENES[0]?.position ?? [];
    const target = `${path}?lt=${lt}&lg=${lg}`;
    const first = await get(target);
    expect(await judged(first)).toBe(200);

    const again = await get(target, { 'if-none-match': first.headers.get('etag') ?? '' });
    expect(await judged(again)).toBe(304);
  });
});

describeWithPrism('refusals as openapi.yaml describes them (needs Prism)', () => {
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

  it.each(['/', '/health/live', '/health/ready'])('%s needs no token', async (path) => {
    expect(await judged(await get(path, undefined))).toBe(200);
  });

  it.each(PATHS)(
    '%s is refused to who may not, and to who asks for what there is not',
    async (path) => {
      const token = await world.tokenOf(`watch-at${path.replaceAll('/', '-')}`);

      expect(await judged(await get(`${path}?${PARIS}`, undefined))).toBe(401);
      expect(await judged(await get(`${path}?${PARIS}`, 'x.y.z'))).toBe(401);
      expect(await judged(await get(`${path}?lt=91&lg=abc`, token))).toBe(400);
    },
  );

  it.each<[path: string, kind: FaultKind]>(PATHS.map((path) => [path, '500']))(
    '%s is answered while the provider fails (%s), and to who asks too much',
    async (path, kind) => {
      const token = await world.tokenOf(`watch-in${path.replaceAll('/', '-')}`);
      world.simulator.fault = { kind };
      const cold = `${path}?lt=-33.${PATHS.indexOf(path)}&lg=151.2`;
      expect(await judged(await get(cold, token))).toBe(503);
      world.simulator.fault = undefined;

      const statuses = new Set<number | string[]>();
      for (let at = 0; at <= REQUESTS_PER_MINUTE; at += 1) {
        statuses.add(await judged(await get(`${path}?lt=${at}.5&lg=11.5`, token)));
      }
      expect(statuses).toContain(429);
      expect([...statuses].filter((status) => typeof status !== 'number')).toEqual([]);
    },
  );

  it('would not escape its eyes if it were otherwise', async () => {
    // The simulator's 404 is no problem+json.
    const other = await Prism.start(world.simulatorUrl);
    const answer = await fetch(`${other.url}/v1/conditions?${PARIS}`);

    expect(violationsIn(answer)).not.toEqual([]);
    expect(await other.stop()).not.toEqual([]);
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { ApiProcess } from './support/api-process.js';
import { eventually } from './support/eventually.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { World } from './support/world.js';

const PARIS = '/prcpt?lt=48.8705&lg=2.3049';
const BORDEAUX = '/prcpt?lt=44.84&lg=-0.58';
const PARIS_NOW = '/v1/conditions?lt=48.8705&lg=2.3049';
const COLD = ['lt=43.3&lg=5.4', 'lt=45.76&lg=4.84', 'lt=43.6&lg=1.44', 'lt=47.22&lg=-1.55'];
const PODS = 3;

describeWithRedis('a revoked provider key', () => {
  let redis: RedisServer;
  let folder: string;
  let world: World;
  /** In the order of their key files. */
  let pods: readonly ApiProcess[];

  beforeAll(async () => {
    redis = await RedisServer.start();
  });
  afterAll(() => redis.stop());

  beforeEach(async () => {
    redis.command('FLUSHALL');
    folder = await mkdtemp(join(tmpdir(), 'key-'));
    for (let pod = 0; pod < PODS; pod += 1) await writeFile(fileOf(pod), 'simulator-key');
    world = await World.start({
      apis: 0,
      environment: {
        REDIS_URL: redis.url,
        ACCWEA_TOKEN: '',
        WINDOWS: 'conditions=1/0/3600',
        LOG_LEVEL: 'trace',
      },
    });
    const files = Array.from({ length: PODS }, (_, pod) => fileOf(pod));
    pods = await Promise.all(files.map((file) => world.startApi({ ACCWEA_TOKEN_FILE: file })));
  });
  afterEach(async () => {
    await world.stop();
    await rm(folder, { recursive: true });
  });

  const fileOf = (pod: number): string => join(folder, `key-of-${pod}`);

  async function statusOf(path: string, pod: ApiProcess): Promise<number> {
    const answer = await world.get(path, pod);
    await answer.arrayBuffer();
    return answer.status;
  }

  /** The statuses of all pods for all paths. */
  async function statuses(paths: readonly string[]): Promise<Set<number>> {
    const answers = pods.flatMap((pod) => paths.map((path) => statusOf(path, pod)));
    return new Set(await Promise.all(answers));
  }

  /** Waits until every pod marks its cached answer as stale, or as not stale. */
  function untilAllStale(stale: boolean): Promise<boolean> {
    return eventually(async () => {
      const answers = await Promise.all(pods.map((pod) => world.get(PARIS_NOW, pod)));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      const bodies = await Promise.all(answers.map((answer) => answer.json()));
      return bodies.every((body) => (body as { stale: boolean }).stale === stale);
    });
  }

  /**
   * Waits until every pod knows that the key is refused; known places are served meanwhile. One pod finds out; the
   * others learn it with their next call, and make none for what was refused already: hence a known place.
   */
  async function untilKnown(cold: readonly string[]): Promise<void> {
    await eventually(async () => {
      expect(await statuses([PARIS])).toEqual(new Set([200]));
      expect(await statuses(cold)).toEqual(new Set([503]));
      return pods.some(knows);
    });
    await eventually(async () => {
      expect(await statuses([BORDEAUX])).toEqual(new Set([200]));
      return pods.every(knows);
    });
  }

  it('is not used any more once several endpoints refused it; cached places are served, and a new key file is used at once', async () => {
    expect(await statuses([PARIS, BORDEAUX])).toEqual(new Set([200]));
    world.simulator.settings.key = 'new-key';
    await pass(1_200);
    world.simulator.resetCalls();
    const cold = COLD.map((position) => `/prcpt?${position}`);
    await untilKnown(cold);
    // Each pod may have found out for itself: the refused items, and a call that worked before.
    const evidence = world.simulator.calls.total;
    expect(evidence).toBeLessThanOrEqual(2 + COLD.length + PODS);
    for (let second = 0; second < 5; second += 1) {
      expect(await statuses([PARIS])).toEqual(new Set([200]));
      expect(await statuses([...cold, '/prcpt?lt=50.63&lg=3.06'])).toEqual(new Set([503]));
      await pass(1_000);
    }
    expect(world.simulator.calls.total).toBe(evidence);

    await writeFile(fileOf(0), 'new-key');
    const [first, second] = pods as [ApiProcess, ApiProcess];
    await eventually(async () => (await statusOf(`/prcpt?${COLD[0]}`, first)) === 200);
    expect(await statusOf(`/prcpt?${COLD[1]}`, second)).toBe(503);
    await writeFile(fileOf(1), 'new-key');
    await eventually(async () => (await statusOf(`/prcpt?${COLD[1]}`, second)) === 200);
  });

  it('makes answers stale until a new key is there; each pod logs one error without the key', async () => {
    expect(await statuses([BORDEAUX])).toEqual(new Set([200]));
    await untilAllStale(false);
    world.simulator.settings.key = 'new-key';
    await untilAllStale(true);
    // The first refusals are the evidence; a pod learns of the cooldown with its next request.
    const cold = COLD.map((position) => `/prcpt?${position}`);
    await untilKnown(cold);
    for (let pod = 0; pod < PODS; pod += 1) await writeFile(fileOf(pod), 'new-key');
    await untilAllStale(false);

    for (const pod of pods) {
      expect(errorsOf(pod)).toEqual(['AccuWeather refuses the key: replace ACCWEA_TOKEN.']);
      expect(pod.output).not.toMatch(/simulator-key|new-key/);
    }
  });
});

const knows = (pod: ApiProcess): boolean => errorsOf(pod).length > 0;

function errorsOf({ lines }: ApiProcess): unknown[] {
  const errors = lines.filter((line) => line['log.level'] === 'error');
  return errors.map(({ message }) => message);
}

const pass = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from './support/eventually.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { World } from './support/world.js';

const OLD = 'old';
const NEW = 'new/with:signs@';
/** Pods ping Redis every second and must reconnect within five. */
const RECONNECTS_WITHIN_MS = 10_000;

describeWithRedis('a changed Redis password', () => {
  let folder: string;
  let redis: RedisServer;
  let world: World;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'redis-'));
    redis = await RedisServer.start(['--requirepass', OLD]);
    await writeUrl(OLD);
    world = await World.start({ apis: 2, environment: { REDIS_URL_FILE: file() } });
  });
  afterAll(async () => {
    await world.stop();
    await redis.stop();
    await rm(folder, { recursive: true });
  });

  const file = (): string => join(folder, 'url');
  const writeUrl = (password: string): Promise<void> =>
    writeFile(file(), redis.url.replace('//', `//:${encodeURIComponent(password)}@`));

  /** The searches for a new position requested from both pods; 1 = they share Redis. */
  async function searchesAt(latitude: number): Promise<number> {
    const before = world.simulator.calls.byEndpoint.search;
    for (const pod of world.apis) {
      const answer = await world.get(`/prcpt?lt=${latitude}&lg=2.3`, pod);
      await answer.arrayBuffer();
      expect(answer.status).toBe(200);
    }
    return world.simulator.calls.byEndpoint.search - before;
  }

  it('is read from its file and used to reconnect without a restart', async () => {
    expect(await searchesAt(44)).toBe(1);

    await writeUrl(NEW);
    redis.command('-a', OLD, 'CONFIG', 'SET', 'requirepass', NEW);
    redis.command('-a', NEW, 'CLIENT', 'KILL', 'TYPE', 'normal');

    let latitude = 44;
    await eventually(async () => {
      latitude += 0.1;
      return (await searchesAt(latitude)) === 1;
    }, RECONNECTS_WITHIN_MS);
  });
});

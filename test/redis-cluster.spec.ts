import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { freePort } from '../packages/local-server/free-port.js';
import { eventually } from './support/eventually.js';
import { pairsInTenPlaces } from './support/positions.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { statusesInWaves } from './support/statuses-in-waves.js';
import { underLoad } from './support/steady-load.js';
import { World } from './support/world.js';

const POSITIONS = pairsInTenPlaces();
const PODS = 4;
const REQUESTS = 400;
const MASTERS = 3;
const CLUSTER_FORMS_WITHIN_MS = 30_000;
const LOAD_PER_SECOND = 100;

/** Slow: only in `npm run test:full`. */
const itInFull = process.env['TEST_FULL'] ? it : undefined;

describeWithRedis('a Redis cluster', () => {
  let folder: string;
  const masters: RedisServer[] = [];
  let world: World;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mfapi-cluster-'));
    for (let index = 0; index < MASTERS; index += 1) masters.push(await startMaster(folder));
    await createCluster(masters);
  }, CLUSTER_FORMS_WITHIN_MS);
  afterEach(() => (world as World | undefined)?.stop());
  afterAll(async () => {
    await Promise.all(masters.map((master) => master.stop()));
    rmSync(folder, { recursive: true });
  });

  async function startWorld(more: Readonly<Record<string, string>> = {}): Promise<void> {
    const environment = { REDIS_URL: masters[0]?.url ?? '', REDIS_CLUSTER: 'true', ...more };
    world = await World.start({ apis: PODS, environment });
  }

  async function statusOf(index: number): Promise<number> {
    const position = POSITIONS[index % POSITIONS.length] ?? '';
    const pod = world.apis[Math.floor(index / POSITIONS.length) % PODS];
    const answer = await world.get(`/prcpt?${position}`, pod);
    await answer.arrayBuffer();
    return answer.status;
  }

  /** How many lines of each pod's log match. */
  const lines = (pattern: RegExp): number[] =>
    world.apis.map((api) => api.lines.filter(({ message = '' }) => pattern.test(message)).length);

  it('lets pods share 20 searches and 10 conditions calls for 400 cold requests at 20 positions in 10 places', async () => {
    await startWorld();
    expect(await statusesInWaves(REQUESTS, statusOf)).toEqual(new Set([200]));
    expect(world.simulator.calls).toMatchObject({
      total: 30,
      byEndpoint: { search: 20, currentconditions: 10 },
    });
  });

  it('is shared by pods whose user may use no key but mfapi:*', async () => {
    const rules = ['reset', 'on', '>pass', '~mfapi:*', '+@all', '-@admin', '-@dangerous'];
    for (const master of masters) {
      expect(master.command('ACL', 'SETUSER', 'mfapi', ...rules)).toBe('OK');
      master.command('FLUSHALL');
    }
    const url = (masters[0]?.url ?? '').replace('//', '//mfapi:pass@');
    await startWorld({ REDIS_URL: url, ACCWEA_DAILY_BUDGET: '1000' });
    const statuses = await Promise.all(Array.from({ length: 80 }, (_, index) => statusOf(index)));

    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(world.simulator.calls.total).toBe(30);
    for (const master of masters) expect(master.command('ACL', 'LOG')).toBe('');
  });

  it('is left alone while one of its masters refuses commands, not turned on and off, and used again', async () => {
    await startWorld();
    masters[1]?.command('CONFIG', 'SET', 'maxmemory', '1');
    let latitude = 44;
    const askAll = async (): Promise<void> => {
      for (const pod of world.apis) {
        const answer = await world.get(`/prcpt?lt=${(latitude += 0.02).toFixed(2)}&lg=2.3`, pod);
        await answer.arrayBuffer();
        expect(answer.status).toBe(200);
      }
    };
    try {
      await eventually(async () => {
        await askAll();
        return lines(/Redis is not used.*: OOM/).every((count) => count > 0);
      }, 30_000);
      await delay(2_000);
      await askAll();
      expect(lines(/OOM/)).toEqual([1, 1, 1, 1]);
    } finally {
      masters[1]?.command('CONFIG', 'SET', 'maxmemory', '0');
    }
    await eventually(() => lines(/Redis is in use/).every((count) => count === 2));
  });

  itInFull?.('causes no failed request when one of its masters is killed', async () => {
    await startWorld({ WINDOWS: 'conditions=2/4/600' });
    const samples = await underLoad(LOAD_PER_SECOND, statusOf, async () => {
      await delay(1_000);
      await masters[1]?.kill();
      await delay(8_000);
    });
    expect(new Set(samples.map(({ status }) => status))).toEqual(new Set([200]));
  });
});

/** An empty node that is not yet part of a cluster. */
async function startMaster(folder: string): Promise<RedisServer> {
  const [bus, name] = [await freePort(0), String(Math.random())];
  const files = ['--dir', folder, '--cluster-config-file', `${name}.conf`];
  return RedisServer.start(['--cluster-enabled', 'yes', '--cluster-port', String(bus), ...files]);
}

async function createCluster(masters: readonly RedisServer[]): Promise<void> {
  const nodes = masters.map(({ port }) => `127.0.0.1:${port}`);
  const created = spawnSync('redis-cli', ['--cluster', 'create', ...nodes, '--cluster-yes']);
  if (created.status !== 0) throw new Error(created.stdout.toString());
  await eventually(() => masters.every(isReady), CLUSTER_FORMS_WITHIN_MS);
}

function isReady(master: RedisServer): boolean {
  return master.command('CLUSTER', 'INFO').includes('cluster_state:ok');
}

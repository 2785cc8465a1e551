import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, it } from '@jest/globals';
import { eventually } from './support/eventually.js';
import { pairsInTenPlaces, villagePosition } from './support/positions.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { p99Of, underLoad, type Sample } from './support/steady-load.js';
import { World } from './support/world.js';

const WARM = pairsInTenPlaces();
const PLACES = WARM.length / 2;
const PODS = 2;
const WINDOWS = 'conditions=2/4/600';
/** With the jitter. */
const SHORTEST_FRESH_MS = 1_800;
const PER_SECOND = 100;
const COLDS_PER_SECOND = 20;
const WARM_UP_MS = 1_500;
const CALM_MS = 2_500;
const AFTERMATH_MS = 500;
/** Every so many requests one is for a position that nobody asked for before. */
const COLD_EVERY = 25;
const USED_AGAIN_WITHIN_MS = 5_000;
const REDIS_WAIT_AT_MOST_MS = 50;
const P99_TIMES_AT_MOST = 20;
/** Ratios to anything shorter say nothing. */
const QUIET_P99_MS = 10;

const OK_ONLY = new Set([200]);

type Trouble = (redis: RedisServer) => Promise<unknown>;
const TROUBLES: readonly (readonly [what: string, trouble: Trouble])[] = [
  [
    'is killed and comes back empty',
    async (redis) => {
      await redis.kill();
      await delay(1_500);
      await redis.startAgain();
    },
  ],
  [
    'is suspended for two seconds',
    async (redis) => {
      redis.suspend();
      await delay(2_000);
      redis.resume();
    },
  ],
  [
    'pauses its clients',
    async (redis) => {
      redis.command('CLIENT', 'PAUSE', '1500');
      await delay(1_500);
    },
  ],
];

describeWithRedis('pods whose Redis is in trouble (needs redis-server)', () => {
  let redis: RedisServer | undefined;
  let world: World;
  let colds = 0;

  afterEach(async () => {
    await (world as World | undefined)?.stop();
    await redis?.stop();
    redis = undefined;
  });

  async function startWorld(redisUrl: string): Promise<void> {
    world = await World.start({ apis: PODS, environment: { WINDOWS, REDIS_URL: redisUrl } });
  }

  /** Asks the pods in turn. */
  async function statusOf(position: string, index: number): Promise<number> {
    const answer = await world.get(`/prcpt?${position}`, world.apis[index % PODS]);
    await answer.arrayBuffer();
    return answer.status;
  }

  function coldPosition(): string {
    colds += 1;
    return villagePosition(colds);
  }

  function ask(index: number): Promise<number> {
    const isCold = index % COLD_EVERY === COLD_EVERY - 1;
    const warm = WARM[Math.floor(index / PODS) % WARM.length] ?? '';
    return statusOf(isCold ? coldPosition() : warm, index);
  }

  /** Until the pods know the positions, and their code is compiled. */
  async function warmUp(): Promise<void> {
    for (const pod of [0, 1]) await Promise.all(WARM.map((position) => statusOf(position, pod)));
    await underLoad(PER_SECOND, ask, () => delay(WARM_UP_MS));
  }

  /** A position that is new to both costs one search, not two. */
  async function untilShared(): Promise<void> {
    await eventually(async () => {
      const before = world.simulator.calls.byEndpoint.search;
      const position = coldPosition();
      expect([await statusOf(position, 0), await statusOf(position, 1)]).toEqual([200, 200]);
      return world.simulator.calls.byEndpoint.search === before + 1;
    }, USED_AGAIN_WITHIN_MS);
  }

  it.each(TROUBLES)(
    'fail no request while it %s, buy no more than each must, and use it again',
    async (_what, trouble) => {
      const server = await RedisServer.start();
      redis = server;
      await startWorld(server.url);
      await warmUp();
      const calm = await underLoad(PER_SECOND, ask, () => delay(CALM_MS));

      world.simulator.resetCalls();
      const coldsBefore = colds;
      const startedAt = performance.now();
      const troubled = await underLoad(PER_SECOND, ask, async () => {
        await trouble(server);
        await delay(AFTERMATH_MS);
      });
      const windows = Math.ceil((performance.now() - startedAt) / SHORTEST_FRESH_MS) + 1;
      const newPositions = colds - coldsBefore;
      const { search, currentconditions } = world.simulator.calls.byEndpoint;

      expect(statusesOf([...calm, ...troubled])).toEqual(OK_ONLY);
      expect(search).toBeLessThanOrEqual(newPositions);
      expect(currentconditions).toBeLessThanOrEqual(PODS * PLACES * windows + newPositions);
      expectNotMuchSlower(calm, troubled);
      await untilShared();
    },
  );

  it('start and answer when it is not there, and use it once it is', async () => {
    redis = await RedisServer.start();
    await redis.kill();
    await startWorld(redis.url);
    await warmUp();
    const samples = await underLoad(PER_SECOND, ask, () => delay(CALM_MS));
    expect(statusesOf(samples)).toEqual(OK_ONLY);
    await redis.startAgain();
    await untilShared();
  });

  it('start, and do not wait for it, when it takes connections and never answers', async () => {
    const mute = await MuteServer.start();
    try {
      await startWorld(mute.url);
      await warmUp();
      const askNew = (index: number): Promise<number> => statusOf(coldPosition(), index);
      const samples = await underLoad(COLDS_PER_SECOND, askNew, () => delay(CALM_MS));
      expect(statusesOf(samples)).toEqual(OK_ONLY);
      const times = samples.map(({ ms }) => ms).toSorted((a, b) => a - b);
      // If any waited for it, all would: the quickest quarter is not the machine's doing.
      expect(times[Math.floor(times.length / 4)]).toBeLessThan(REDIS_WAIT_AT_MOST_MS);
      expect(mute.connections).toBeGreaterThan(0);
    } finally {
      await mute.stop();
    }
  });
});

function statusesOf(samples: readonly Sample[]): Set<number> {
  return new Set(samples.map(({ status }) => status));
}

/** Loosely: the machine may have something else to do. The aim is 3. */
function expectNotMuchSlower(calm: readonly Sample[], troubled: readonly Sample[]): void {
  const [before, during] = [p99Of(calm), p99Of(troubled)];
  if (during < P99_TIMES_AT_MOST * Math.max(before, QUIET_P99_MS)) return;
  throw new Error(`p99 is ${during} ms in trouble, ${before} ms in the calm before`);
}

/** Half of a Redis: takes every connection, and says nothing. */
class MuteServer {
  connections = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((socket) => {
    this.connections += 1;
    this.sockets.add(socket);
    socket.on('error', () => undefined).resume();
  });

  static async start(): Promise<MuteServer> {
    const mute = new MuteServer();
    mute.server.listen(0, '127.0.0.1');
    await once(mute.server, 'listening');
    return mute;
  }

  get url(): string {
    return `redis://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}

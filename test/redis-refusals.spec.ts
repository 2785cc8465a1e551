import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { eventually } from './support/eventually.js';
import { RedisRegion } from './support/redis-region.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { StableAddress } from './support/stable-address.js';

const IN_USE_WITHIN_MS = 5_000;
const REFUSED_WITHIN_MS = 10_000;
const UNUSED_PORT = '1';
const NOT_USED = /Redis is not used/;

/** A `redis-cli` that stays connected, for commands that block or need the last free connection. */
class Console {
  private readonly child: ChildProcess;

  constructor({ port }: RedisServer) {
    this.child = spawn('redis-cli', ['-p', String(port)], { stdio: ['pipe', 'ignore', 'inherit'] });
  }

  send(...lines: string[]): void {
    for (const line of lines) this.child.stdin?.write(`${line}\n`);
  }

  async close(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.stdin?.end();
    await exited;
  }
}

/** How a server begins to refuse commands; the result ends it. */
type Refuse = (redis: RedisServer) => () => unknown;

const configured =
  (name: string, refusing: string, healthy: string): Refuse =>
  (redis) => {
    redis.command('CONFIG', 'SET', name, refusing);
    return () => redis.command('CONFIG', 'SET', name, healthy);
  };

const asReplica: Refuse = (redis) => {
  redis.command('REPLICAOF', '127.0.0.1', UNUSED_PORT);
  return () => redis.command('REPLICAOF', 'NO', 'ONE');
};

/** Each is what a real Redis does, told by the word that must be in the log. */
const REFUSALS: readonly (readonly [word: string, refuse: Refuse])[] = [
  ['READONLY', asReplica],
  [
    'MASTERDOWN',
    (redis) => {
      redis.command('CONFIG', 'SET', 'replica-serve-stale-data', 'no');
      return asReplica(redis);
    },
  ],
  ['OOM', configured('maxmemory', '1', '0')],
  ['NOREPLICAS', configured('min-replicas-to-write', '1', '0')],
  [
    'LOADING',
    (redis) => {
      redis.command('CONFIG', 'SET', 'key-load-delay', '2000');
      redis.command('DEBUG', 'POPULATE', '20000');
      const console = new Console(redis);
      console.send('DEBUG RELOAD');
      return async () => {
        redis.command('CONFIG', 'SET', 'key-load-delay', '0');
        await console.close();
      };
    },
  ],
  [
    'BUSY',
    (redis) => {
      redis.command('CONFIG', 'SET', 'busy-reply-threshold', '50');
      const console = new Console(redis);
      console.send(`EVAL "while true do end" 0`);
      return async () => {
        redis.command('SCRIPT', 'KILL');
        await console.close();
      };
    },
  ],
  [
    'NOAUTH',
    (redis) => {
      redis.command('CONFIG', 'SET', 'requirepass', 'new');
      redis.command('-a', 'new', 'CLIENT', 'KILL', 'TYPE', 'normal');
      return () => redis.command('-a', 'new', 'CONFIG', 'SET', 'requirepass', '');
    },
  ],
  [
    'max number of clients reached',
    (redis) => {
      const console = new Console(redis);
      console.send('CONFIG SET maxclients 1', 'CLIENT KILL TYPE normal');
      return async () => {
        console.send('CONFIG SET maxclients 1000');
        await console.close();
      };
    },
  ],
];

describeWithRedis('two pods whose Redis refuses commands', () => {
  let folder: string;
  let redis: RedisServer;
  let region: RedisRegion;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'redis-'));
    const slowLoad = ['--loading-process-events-interval-bytes', '1024', '--dir', folder];
    redis = await RedisServer.start(['--enable-debug-command', 'yes', ...slowLoad]);
    region = await RedisRegion.start({ REDIS_URL: redis.url });
    await region.untilShared(IN_USE_WITHIN_MS);
  });
  afterAll(async () => {
    await (region as RedisRegion | undefined)?.stop();
    await redis.stop();
    await rm(folder, { recursive: true });
  });

  it.each(REFUSALS)(
    'answer every watch while Redis refuses with %s, log it once, and use Redis again',
    async (word, refuse) => {
      const logged = region.followLogs();
      const heal = refuse(redis);
      try {
        await eventually(async () => {
          await region.expectWarmAnswers();
          await region.searchesForNewPosition();
          return logged(new RegExp(word)).every(({ length }) => length > 0);
        }, REFUSED_WITHIN_MS);
        await region.expectWarmAnswers();
      } finally {
        await heal();
      }
      await region.untilShared(IN_USE_WITHIN_MS);

      await eventually(() => logged(/Redis is in use/).every(({ length }) => length > 0));
      expect(logged(new RegExp(word)).map(({ length }) => length)).toEqual([1, 1]);
      expect(logged(/Redis is in use/).map(({ length }) => length)).toEqual([1, 1]);
    },
  );
});

describeWithRedis('two pods whose Redis fails over behind its address', () => {
  const servers: RedisServer[] = [];
  let address: StableAddress;
  let region: RedisRegion | undefined;

  afterEach(async () => {
    await region?.stop();
    region = undefined;
    await address.stop();
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  it.each<[string, (old: RedisServer) => unknown]>([
    ['becomes a replica', asReplica],
    ['is out of memory', (old) => old.command('CONFIG', 'SET', 'maxmemory', '1')],
    ['hangs', (old) => old.suspend()],
  ])(
    'use the new primary within 5 s when the old one %s and keeps its sockets',
    async (_, fail) => {
      const [old, next] = [await RedisServer.start(), await RedisServer.start()];
      servers.push(old, next);
      address = await StableAddress.start(old.port);
      region = await RedisRegion.start({ REDIS_URL: address.url });
      await region.untilShared(IN_USE_WITHIN_MS);
      const logged = region.followLogs();

      address.moveTo(next.port);
      await fail(old);
      await eventually(async () => {
        await region?.searchesForNewPosition();
        return logged(NOT_USED).every(({ length }) => length > 0);
      }, REFUSED_WITHIN_MS);
      await region.untilShared(IN_USE_WITHIN_MS);

      expect(next.command('KEYS', 'mfapi:v1:*')).not.toBe('');
    },
  );
});

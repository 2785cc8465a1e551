import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from './support/eventually.js';
import { villagePosition } from './support/positions.js';
import { RedisWithReplies } from './support/redis-with-replies.js';
import { World } from './support/world.js';

/** None of them is a reply of any script, except to the one that reads the time. */
const REPLIES: Readonly<Record<string, string>> = {
  'a number': ':5\r\n',
  nothing: '_\r\n',
  'a text': '+OK\r\n',
  'an empty list': '*0\r\n',
  'a list of numbers': '*3\r\n:1\r\n:2\r\n:3\r\n',
  'a list of nothing': '*3\r\n_\r\n_\r\n_\r\n',
  'lists in lists': '*2\r\n*1\r\n:1\r\n*1\r\n*1\r\n:2\r\n',
  'a long list': `*50000\r\n${':1\r\n'.repeat(50_000)}`,
  'a truth value': '#t\r\n',
  'no number': ',nan\r\n',
  infinity: ',inf\r\n',
  'a large number': '(99999999999999999999999999\r\n',
  'the largest integer': ':9223372036854775807\r\n',
  'a map': '%1\r\n+a\r\n+b\r\n',
  'a set': '~1\r\n+a\r\n',
  'a grant of the budget without its windows': '*3\r\n+granted\r\n+epoch\r\n:1\r\n',
  'a lease without a record': '*1\r\n+leader\r\n',
  'a count for the next thousand years': '*2\r\n:9999\r\n:31556952000000\r\n',
};
const WARM = '/prcpt?lt=48.8705&lg=2.3049';

let redis: RedisWithReplies;
let world: World;
let positionsUsed = 0;

beforeAll(async () => {
  redis = await RedisWithReplies.start();
  world = await World.start({
    environment: { REDIS_URL: redis.url, ACCWEA_DAILY_BUDGET: '100000' },
  });
  await world.get(WARM);
});
afterEach(() => {
  redis.reply = undefined;
  redis.time = undefined;
});
afterAll(async () => {
  await (world as World | undefined)?.stop();
  await (redis as RedisWithReplies | undefined)?.stop();
});

async function statuses(): Promise<number[]> {
  const paths = [`/prcpt?${villagePosition((positionsUsed += 1))}`, WARM];
  return Promise.all(paths.map(async (path) => (await world.getOnce(path)).status));
}

describe('a Redis that replies', () => {
  it.each(Object.entries(REPLIES))(
    '%s to every script costs no request its answer',
    async (_what, reply) => {
      redis.answered = 0;
      redis.reply = reply;

      // Again where Redis was not in use, because a reply took longer than 50 ms.
      const seen: number[] = [];
      await eventually(async () => {
        seen.push(...(await statuses()));
        return redis.answered > 2;
      });
      expect(new Set(seen)).toEqual(new Set([200]));
    },
  );

  it.each(Object.entries(REPLIES))(
    '%s when it is asked for the time costs no request its answer',
    async (_what, reply) => {
      redis.answered = 0;
      redis.time = reply;
      await eventually(() => redis.answered > 1);

      expect(await statuses()).toEqual([200, 200]);
    },
  );
});

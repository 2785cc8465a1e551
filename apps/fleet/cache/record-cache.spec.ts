import { describe, expect, it } from '@jest/globals';
import { CacheCluster, flushPromises } from '@app/read-through/testing/cache-cluster.js';
import { Random } from '../world/random.js';
import { PolicyWindows } from './policy-windows.js';
import { QuestionQuota } from './question-quota.js';
import { ReadTally, readsOf } from './read-tally.js';
import { RecordCache } from './record-cache.js';

const MINUTE_MS = 60_000;
const WINDOWS = {
  conditions: { freshForMs: 600_000, revalidateForMs: 300_000, errorForMs: 21_600_000 },
};
const PLENTY = { missesPerHour: 1_000, refreshesPerHour: 1_000 };

interface World {
  readonly pods?: number;
  readonly podKeepsForMs?: number;
  readonly quotas?: typeof PLENTY;
}

function cacheOf({ pods = 1, podKeepsForMs = Infinity, quotas = PLENTY }: World = {}) {
  const tally = new ReadTally();
  const quota = new QuestionQuota(quotas, undefined);
  quota.reset(1);
  const windows = new PolicyWindows(WINDOWS, 'conditions', 0, undefined);
  const cache = new RecordCache({ pods, windows, quota, draw: () => 0.5, podKeepsForMs, tally });
  cache.reset(4);
  const readAt = (minute: number, pod = 0, key = 0): void => {
    quota.ask(0);
    cache.read(key, pod, minute * MINUTE_MS);
  };
  return { readAt, tally };
}

/** Without the ages. */
function countsOf({ ...counts }: ReadTally): object {
  return { ...counts, ages: undefined };
}

const NOTHING = {
  podHits: 0,
  redisHits: 0,
  misses: 0,
  stale: 0,
  expired: 0,
  unavailable: 0,
  calls: 0,
  redisRefreshes: 0,
};

describe('RecordCache', () => {
  it('serves one pod at 1, 6, 11 and 40 minutes: two hits, one of them at its last fresh minute, and two misses', () => {
    const { readAt, tally } = cacheOf();
    [1, 6, 10.9, 40].forEach((minute) => readAt(minute));
    expect(countsOf(tally)).toEqual({ ...NOTHING, podHits: 2, misses: 2, calls: 2 });
    expect(tally.ages.max).toBe(9.9 * MINUTE_MS);
  });

  it('serves stale and refreshes: the next read is of the new record', () => {
    const { readAt, tally } = cacheOf();
    [1, 12, 13].forEach((minute) => readAt(minute));
    expect(countsOf(tally)).toEqual({ ...NOTHING, misses: 1, podHits: 2, stale: 1, calls: 2 });
    expect(tally.ages.max).toBe(11 * MINUTE_MS);
  });

  it('serves a second pod from Redis, and then from its memory', () => {
    const { readAt, tally } = cacheOf({ pods: 2 });
    readAt(1, 0);
    readAt(2, 1);
    readAt(3, 1);
    expect(countsOf(tally)).toEqual({ ...NOTHING, misses: 1, redisHits: 1, podHits: 1, calls: 1 });
  });

  it('takes a record that another pod refreshed from Redis, instead of a call', () => {
    const { readAt, tally } = cacheOf({ pods: 2 });
    readAt(1, 0);
    readAt(2, 1);
    readAt(12, 0);
    readAt(13, 1);
    expect(tally).toMatchObject({ calls: 2, stale: 2, redisRefreshes: 1 });
  });

  it('reads from Redis what the pod has dropped for lack of room', () => {
    const { readAt, tally } = cacheOf({ podKeepsForMs: 2 * MINUTE_MS });
    [1, 2, 5].forEach((minute) => readAt(minute));
    expect(countsOf(tally)).toEqual({ ...NOTHING, misses: 1, podHits: 1, redisHits: 1, calls: 1 });
  });

  it('serves an expired record, or nothing, when the user has no question left', () => {
    const { readAt, tally } = cacheOf({ quotas: { missesPerHour: 1, refreshesPerHour: 1 } });
    readAt(1);
    readAt(30);
    readAt(30, 0, 1);
    expect(countsOf(tally)).toEqual({
      ...NOTHING,
      misses: 1,
      expired: 1,
      unavailable: 1,
      calls: 1,
    });
    readAt(61);
    expect(tally.calls).toBe(2);
  });

  it.each([1, 2, 3])(
    'agrees with the read-through cache of the product in random order, seed %d',
    async (seed) => {
      const random = new Random(seed);
      const cluster = new CacheCluster();
      const started = cluster.clock.nowMs();
      const product = cluster.pods(3);
      const { readAt, tally } = cacheOf({ pods: 3 });
      const ages: number[] = [];
      for (let index = 0; index < 300; index += 1) {
        cluster.clock.advance(Math.floor(random.unit() * 6 * MINUTE_MS));
        const [pod, key] = [Math.floor(random.unit() * 3), Math.floor(random.unit() * 2)];
        const { entry, freshness } = await product[pod]!.read({ key: String(key) });
        ages.push(cluster.clock.nowMs() - entry.loadedAtMs);
        expect(freshness).not.toBe('expired');
        await flushPromises();
        readAt((cluster.clock.nowMs() - started) / MINUTE_MS, pod, key);
      }
      expect(tally.calls).toBe(cluster.source.calls);
      expect(readsOf(tally)).toBe(300);
      expect(tally.ages.max).toBeCloseTo(Math.max(...ages), 3);
      const events = product.flatMap((pod) => pod.events);
      expect(tally.misses).toBe(events.filter((name) => name === 'miss').length);
      expect(tally.stale).toBe(events.filter((name) => name === 'stale').length);
    },
  );
});

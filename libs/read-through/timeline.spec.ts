import { describe, expect, it } from '@jest/globals';
import { LoadError } from '@app/load/load.error.js';
import { CacheCluster, flushPromises, summaryOf, type CachePod } from './testing/cache-cluster.js';

const ALMOST_ONE = 1 - Number.EPSILON / 2;

interface Life {
  readonly draw: number;
  readonly stale: number;
  readonly expired: number;
  readonly dead: number;
}

/** `ms` after `edge`. `served`: which load's value, its freshness, the outcome. */
type Row = {
  readonly edge: 'loaded' | 'stale' | 'expired' | 'dead';
  readonly ms: number;
  readonly source: 'up' | 'down';
  readonly served: string;
  readonly loads: number;
  readonly events: string;
};

/** Which process reads: the one that loaded the entry, or one that finds it in the shared store. */
const READERS: readonly [string, (cluster: CacheCluster, loader: CachePod) => CachePod][] = [
  ['in the memory of the process', (_region, loader) => loader],
  ['in the shared store alone', (cluster) => cluster.pod()],
];

const LIVES: readonly Life[] = [
  { draw: 0, stale: 540_000, expired: 810_000, dead: 20_250_000 },
  { draw: 0.5, stale: 600_000, expired: 900_000, dead: 22_500_000 },
  { draw: ALMOST_ONE, stale: 660_000, expired: 990_000, dead: 24_750_000 },
];

describe.each(READERS)('a cache entry %s', (_where, choose) => {
  describe.each(LIVES)('with draw $draw: stale $stale, expired $expired, dead $dead', (life) => {
    it.each<Row>`
      edge         | ms    | source    | served             | loads | events
      ${'loaded'}  | ${0}  | ${'up'}   | ${'1 fresh hit'}   | ${0}  | ${'hit'}
      ${'loaded'}  | ${0}  | ${'down'} | ${'1 fresh hit'}   | ${0}  | ${'hit'}
      ${'stale'}   | ${-1} | ${'up'}   | ${'1 fresh hit'}   | ${0}  | ${'hit'}
      ${'stale'}   | ${-1} | ${'down'} | ${'1 fresh hit'}   | ${0}  | ${'hit'}
      ${'stale'}   | ${0}  | ${'up'}   | ${'1 stale hit'}   | ${1}  | ${'stale, refreshed'}
      ${'stale'}   | ${0}  | ${'down'} | ${'1 stale hit'}   | ${1}  | ${'stale, refresh-failed'}
      ${'expired'} | ${-1} | ${'up'}   | ${'1 stale hit'}   | ${1}  | ${'stale, refreshed'}
      ${'expired'} | ${-1} | ${'down'} | ${'1 stale hit'}   | ${1}  | ${'stale, refresh-failed'}
      ${'expired'} | ${0}  | ${'up'}   | ${'2 fresh miss'}  | ${1}  | ${'miss'}
      ${'expired'} | ${0}  | ${'down'} | ${'1 expired hit'} | ${1}  | ${'expired'}
      ${'dead'}    | ${-1} | ${'up'}   | ${'2 fresh miss'}  | ${1}  | ${'miss'}
      ${'dead'}    | ${-1} | ${'down'} | ${'1 expired hit'} | ${1}  | ${'expired'}
      ${'dead'}    | ${0}  | ${'up'}   | ${'2 fresh miss'}  | ${1}  | ${'miss'}
      ${'dead'}    | ${0}  | ${'down'} | ${'no answer'}     | ${1}  | ${''}
    `(
      'serves at $edge, $ms ms, with the source $source: $served, $loads loads, events "$events"',
      async ({ edge, ms, source, served, loads, events }) => {
        const cluster = new CacheCluster();
        cluster.draw = life.draw;
        const loader = cluster.pod();
        await loader.read();
        const pod = choose(cluster, loader);
        loader.events.length = 0;
        cluster.clock.advance((edge === 'loaded' ? 0 : life[edge]) + ms);
        if (source === 'down') cluster.source.fault = new LoadError('failing', 'status 500');

        const answer = await pod.read().then(summaryOf, () => 'no answer');
        await flushPromises();

        expect({ answer, loads: cluster.source.calls - 1, events: pod.events.join(', ') }).toEqual({
          answer: served,
          loads,
          events,
        });
      },
    );
  });
});

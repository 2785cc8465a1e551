import { entryOf, freshnessOf, type Instants } from '@app/read-through/entry.js';
import type { Window } from '@app/read-through/window.js';
import { maxAgeSeconds } from '@app/http-caching/max-age.js';
import type { DatasetName } from '../../../../src/weather/datasets/registry.js';
import type { KeySource } from '../city-readers.js';

/** Of a glance without rain; what most watches ask for. */
export const GLANCE = ['conditions', 'hourly', 'daily', 'alerts'] as const satisfies DatasetName[];
const TOPIC = '/v1/glance';
const FRESHNESSES = ['fresh', 'stale', 'expired'] as const;

/** The records of one dataset, by key. */
interface Records {
  readonly window: Window;
  keys: Uint32Array;
  entries: (Instants | undefined)[];
}

/**
 * When the service tells a watch to ask again. It keeps the instants of the records of a glance in one city, as one pod
 * would, and answers as `combineReadings` and the headers of the product do.
 */
export class ClientAnswers {
  private readonly records: readonly Records[];

  constructor(windows: Readonly<Record<(typeof GLANCE)[number], Window>>) {
    this.records = GLANCE.map((name) => ({
      window: windows[name],
      keys: new Uint32Array(),
      entries: [],
    }));
  }

  /** Forgets the previous city, or day. */
  start(source: KeySource): void {
    this.records.forEach((records, index) => {
      records.keys = source.keysOf(GLANCE[index] ?? 'conditions');
      records.entries = [];
    });
  }

  /** @param draw uniform in [0, 1), for the jitter of windows */
  maxAgeSeconds(watch: string, site: number, nowMs: number, draw: () => number): number {
    let soonest: Instants | undefined;
    let worst = 0;
    for (const records of this.records) {
      const { entry, isStale } = read(records, records.keys[site] ?? 0, nowMs, draw);
      if (isStale) worst = 1;
      if (!soonest || entry.freshUntilMs < soonest.freshUntilMs) soonest = entry;
    }
    if (!soonest) throw new Error('a glance without records');
    const result = { entry: soonest, freshness: FRESHNESSES[worst] ?? 'fresh' };
    return maxAgeSeconds(result, { watch, topic: TOPIC, nowMs });
  }
}

/** A stale record is served, and refreshed; one that is older is loaded first. */
function read({ entries, window }: Records, key: number, nowMs: number, draw: () => number) {
  const known = entries[key];
  const freshness = known ? freshnessOf({ ...known, value: undefined }, nowMs) : 'dead';
  if (known && freshness === 'fresh') return { entry: known, isStale: false };
  const loaded = entryOf(undefined, window, nowMs, draw());
  entries[key] = loaded;
  return known && freshness === 'stale'
    ? { entry: known, isStale: true }
    : { entry: loaded, isStale: false };
}

import { parseWindows } from '../../../src/config/windows.js';
import { FreshnessPolicy } from '../../../src/weather/cache/freshness-policy.js';
import { expiresInMsOf } from '../plan/city-cache.js';
import type { Kind, Variant } from '../plan/variant.js';
import { CityReaders, type KeySource } from '../trace/city-readers.js';
import type { RequestDraw } from '../trace/endpoints.js';
import type { RequestTrace } from '../trace/request-trace.js';
import { IntervalFloor } from './interval-floor.js';

/** Which part of a window is the age limit: its fresh time, or that and the time of revalidation. */
export type AgeLimit = 'fresh' | 'fresh and revalidate';

/** The interval floor of each kind of record of the reference, for one city after the other. */
export class CityFloor {
  private readonly floors: ReadonlyMap<Kind, IntervalFloor>;
  private readonly readers: CityReaders;

  constructor({ kinds, windows, pods }: Variant, draws: RequestDraw, limit: AgeLimit) {
    const policy = new FreshnessPolicy(parseWindows(windows));
    const lengthOf = (kind: Kind): number => {
      const { freshForMs, revalidateForMs } = policy.windowOf(kind, expiresInMsOf(kind));
      return limit === 'fresh' ? freshForMs : freshForMs + revalidateForMs;
    };
    this.floors = new Map(kinds.map((kind) => [kind, new IntervalFloor(lengthOf(kind))]));
    this.readers = new CityReaders(this.floors, { draws, pods, onRequest: () => {} });
  }

  start(keys: KeySource): void {
    this.readers.start(keys);
  }

  run(trace: RequestTrace, rain: Uint8Array): void {
    this.readers.run(trace, rain);
  }

  get calls(): ReadonlyMap<Kind, number> {
    return new Map([...this.floors].map(([kind, { calls }]) => [kind, calls]));
  }
}

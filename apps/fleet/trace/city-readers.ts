import type { Kind } from '../plan/variant.js';
import { ENDPOINT_NAMES, ENDPOINTS, NOTHING_READ, podOf, type RequestDraw } from './endpoints.js';
import type { RequestPart } from './request-trace.js';

const HOUR_SECONDS = 3_600;

/** Something that the requests of a city read: a cache, or what a cache is compared with. */
export interface RecordReader {
  /** Forgets the previous city, and makes room for so many records. */
  reset(keys: number): void;
  /** Requests come in the order of time; milliseconds since the start of the plan. */
  read(key: number, pod: number, nowMs: number): void;
}

/** Which record each site of a city reads. */
export interface KeySource {
  /** By site. */
  keysOf(kind: Kind): Uint32Array;
  countOf(kind: Kind): number;
}

interface Reader {
  readonly kind: Kind;
  readonly target: RecordReader;
  keys: Uint32Array;
}

interface Options {
  readonly draws: RequestDraw;
  readonly pods: number;
  /** Called before the reads of a request: whose it is. */
  readonly onRequest: (watch: number) => void;
}

/** Passes the requests of a city on to what reads each kind of record. */
export class CityReaders {
  private readonly readers: readonly Reader[];
  /** By endpoint: while rain is likely, and while it is not. */
  private readonly whileWet: readonly (readonly Reader[])[];
  private readonly whileDry: readonly (readonly Reader[])[];

  constructor(
    targets: ReadonlyMap<Kind, RecordReader>,
    private readonly options: Options,
  ) {
    this.readers = [...targets].map(([kind, target]) => ({
      kind,
      target,
      keys: new Uint32Array(),
    }));
    const of = (rain: boolean) => ENDPOINT_NAMES.map((name) => this.readersOf(name, rain));
    [this.whileWet, this.whileDry] = [of(true), of(false)];
  }

  start(keys: KeySource): void {
    for (const reader of this.readers) {
      reader.keys = keys.keysOf(reader.kind);
      reader.target.reset(keys.countOf(reader.kind));
    }
  }

  /**
   * @param rain by hour of the plan, whether it is likely
   * @param isIncluded by watch; undefined = all take part
   */
  run(trace: RequestPart, rain: Uint8Array, isIncluded?: Uint8Array): void {
    const { draws, pods, onRequest } = this.options;
    const { whileWet, whileDry } = this;
    for (let index = 0; index < trace.length; index += 1) {
      const site = trace.site[index] ?? 0;
      const watch = site >>> 1;
      if (isIncluded && !isIncluded[watch]) continue;
      const second = trace.at[index] ?? 0;
      const bits = trace.draw[index] ?? 0;
      const readersOf = rain[Math.floor(second / HOUR_SECONDS)] ? whileWet : whileDry;
      onRequest(watch);
      readAll(readersOf[draws.endpointOf(bits)] ?? [], site, podOf(bits, pods), second * 1_000);
    }
  }

  /** Every request looks its place up. */
  private readersOf(endpoint: string, isRainLikely: boolean): readonly Reader[] {
    const { datasets, minutelyIfLikely } = ENDPOINTS[endpoint] ?? NOTHING_READ;
    return this.readers.filter(({ kind }) => {
      if (kind === 'minutely' && minutelyIfLikely && !isRainLikely) return false;
      return kind === 'place' || datasets.includes(kind);
    });
  }
}

function readAll(readers: readonly Reader[], site: number, pod: number, nowMs: number): void {
  for (let index = 0; index < readers.length; index += 1) {
    const { target, keys } = readers[index] as Reader;
    target.read(keys[site] ?? 0, pod, nowMs);
  }
}

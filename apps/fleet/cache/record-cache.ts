import type { Priority } from '@app/load/priority.js';
import { entryOf } from '@app/read-through/entry.js';
import type { Window } from '@app/read-through/window.js';
import type { RecordReader } from '../trace/city-readers.js';
import type { PlaceInference } from './place-inference.js';
import type { QuestionQuota } from './question-quota.js';
import type { ReadTally } from './read-tally.js';
import type { WindowRule } from './window-rule.js';

/** What decides about the records of one kind. */
export interface RecordCacheOptions {
  readonly pods: number;
  readonly windows: WindowRule;
  readonly quota: QuestionQuota;
  /** Uniform in [0, 1), for the jitter of windows. */
  readonly draw: () => number;
  /** After this time without a read, a pod has dropped its copy to make room. */
  readonly podKeepsForMs: number;
  readonly tally: ReadTally;
  /** Of searches: finds some places without a call. */
  readonly inference?: PlaceInference | undefined;
}

/** Columns of a record or a copy, next to each other in memory because they are read together. */
const LOADED_AT = 0;
const FRESH_UNTIL = 1;
const STALE_UNTIL = 2;
/** Of a record: until then it may be served if a call is not permitted. */
const DEAD_AT = 3;
/** Of a copy: when the pod read it last. */
const READ_AT = 3;
const COLUMNS = 4;

/**
 * The records of one kind in one city: in Redis, and their copies in the memory of each pod, as `ReadThrough` serves
 * and loads them. It holds the instants of records, and no content. A call to the provider takes no time. Instants are
 * milliseconds since the start of the plan.
 */
export class RecordCache implements RecordReader {
  private records = new Float64Array(0);
  /** Of record × pods + pod. */
  private copies = new Float64Array(0);
  private readonly tally: ReadTally;
  private readonly pods: number;
  private readonly podKeepsForMs: number;
  /** Of rules that depend on how often a record is read. */
  private readonly rates: WindowRule | undefined;

  constructor(private readonly options: RecordCacheOptions) {
    this.rates = options.windows.needsReads ? options.windows : undefined;
    ({ tally: this.tally, pods: this.pods, podKeepsForMs: this.podKeepsForMs } = options);
  }

  /** Empties the cache for a city with so many records. */
  reset(keys: number): void {
    const copies = keys * this.pods;
    if (this.records.length < COLUMNS * keys) this.records = new Float64Array(COLUMNS * keys);
    if (this.copies.length < COLUMNS * copies) this.copies = new Float64Array(COLUMNS * copies);
    this.records.fill(0, 0, COLUMNS * keys);
    this.copies.fill(0, 0, COLUMNS * copies);
    this.options.windows.reset(keys);
  }

  read(key: number, pod: number, nowMs: number): void {
    const { tally, copies } = this;
    const copy = COLUMNS * (key * this.pods + pod);
    const isKept = nowMs - (copies[copy + READ_AT] ?? 0) <= this.podKeepsForMs;
    copies[copy + READ_AT] = nowMs;
    this.rates?.note(key, nowMs);
    if (!isKept || nowMs >= (copies[copy + STALE_UNTIL] ?? 0)) {
      this.readShared(COLUMNS * key, copy, nowMs);
      return;
    }
    tally.podHits += 1;
    tally.ages.add(nowMs - (copies[copy + LOADED_AT] ?? 0));
    if (nowMs < (copies[copy + FRESH_UNTIL] ?? 0)) return;
    tally.stale += 1;
    this.refresh(COLUMNS * key, copy, nowMs);
  }

  private readShared(record: number, copy: number, nowMs: number): void {
    const { tally, records } = this;
    const ageMs = nowMs - (records[record + LOADED_AT] ?? 0);
    if (nowMs < (records[record + STALE_UNTIL] ?? 0)) {
      tally.redisHits += 1;
      tally.ages.add(ageMs);
      this.copyShared(record, copy);
      if (nowMs < (records[record + FRESH_UNTIL] ?? 0)) return;
      tally.stale += 1;
      this.load(record, copy, 'refresh', nowMs);
      return;
    }
    if (this.infer(record, copy, nowMs)) return;
    const isDead = nowMs >= (records[record + DEAD_AT] ?? 0);
    if (this.load(record, copy, isDead ? 'missing' : 'expired', nowMs)) {
      tally.misses += 1;
      tally.ages.add(0);
    } else if (isDead) tally.unavailable += 1;
    else {
      tally.expired += 1;
      tally.ages.add(ageMs);
    }
  }

  /** The copy is stale: the pod takes the record of Redis if that is fresh, else it calls the provider. */
  private refresh(record: number, copy: number, nowMs: number): void {
    if (nowMs >= (this.records[record + FRESH_UNTIL] ?? 0)) {
      this.load(record, copy, 'refresh', nowMs);
      return;
    }
    this.tally.redisRefreshes += 1;
    this.copyShared(record, copy);
  }

  /** @returns false when no call was permitted */
  private load(record: number, copy: number, priority: Priority, nowMs: number): boolean {
    const { quota, windows, draw } = this.options;
    if (!quota.admits(priority, nowMs)) return false;
    this.tally.calls += 1;
    this.store(record, windows.windowAt(record / COLUMNS, nowMs), nowMs, draw());
    this.copyShared(record, copy);
    return true;
  }

  /** @returns whether neighbours told what a call would have told; it counts as found in Redis, where they are */
  private infer(record: number, copy: number, nowMs: number): boolean {
    const { inference, windows, draw } = this.options;
    const key = record / COLUMNS;
    const isUsable = (other: number): boolean =>
      nowMs < (this.records[COLUMNS * other + STALE_UNTIL] ?? 0);
    if (!inference?.infers(key, isUsable)) return false;
    this.store(record, inference.windowOf(windows.windowAt(key, nowMs)), nowMs, draw());
    this.copyShared(record, copy);
    this.tally.redisHits += 1;
    this.tally.ages.add(0);
    return true;
  }

  private store(record: number, window: Window, nowMs: number, draw: number): void {
    const entry = entryOf(undefined, window, nowMs, draw);
    this.records[record + LOADED_AT] = nowMs;
    this.records[record + FRESH_UNTIL] = entry.freshUntilMs;
    this.records[record + STALE_UNTIL] = entry.staleUntilMs;
    this.records[record + DEAD_AT] = entry.deadAtMs;
  }

  private copyShared(record: number, copy: number): void {
    this.copies[copy + LOADED_AT] = this.records[record + LOADED_AT] ?? 0;
    this.copies[copy + FRESH_UNTIL] = this.records[record + FRESH_UNTIL] ?? 0;
    this.copies[copy + STALE_UNTIL] = this.records[record + STALE_UNTIL] ?? 0;
  }
}

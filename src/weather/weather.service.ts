import { Injectable } from '@nestjs/common';
import type { Cell } from '@app/cells/cell.js';
import { CellGrid } from '@app/cells/cell-grid.js';
import type { Position } from '@app/cells/position.js';
import { Clock } from '@app/clock/clock.js';
import type { CacheResult } from '@app/read-through/cache-result.js';
import { NotAdmittedError } from '@app/read-through/not-admitted.error.js';
import type { Allowance } from '@app/load/allowance.js';
import { Allowances } from './cache/allowances.js';
import type { Caller } from './cache/caller.js';
import type { FoundPlace } from './cache/found-place.js';
import type { ProviderCache } from './cache/provider-cache.js';
import { ProviderCaches } from './cache/provider-caches.js';
import {
  DATASETS,
  isNotCovered,
  type DatasetName,
  type Datasets,
  type ValueOf,
} from './datasets/registry.js';
import { asWeatherError, isOutage } from './errors/as-weather-error.js';
import { NoWeatherHereError } from './errors/no-weather-here.error.js';
import { unknownReading, type Location, type Reading } from './reading.js';

/** Deadline of a request of a watch. */
const RESPONSE_DEADLINE_MS = 3_000;
/** What each of the next two providers keeps of that time. */
const KEPT_FOR_NEXT_MS = 800;
/** A place without alerts rarely gets them; a failing provider may recover soon. */
const NOT_COVERED_FOR_MS = 3_600_000;
const UNKNOWN_FOR_MS = 60_000;

/** What one provider is asked. */
interface ProviderRequest<D extends DatasetName> {
  readonly dataset: D;
  readonly cell: Cell;
  readonly caller: Caller;
  /** Receives the place of the cell, whether or not the provider has the dataset there. */
  readonly onPlace: (location: Location) => void;
}

/** What all reads of a question share. */
interface Asked {
  readonly allowance: Allowance | undefined;
  readonly askedAtMs: number;
}

type MaybePromise<T> = T | Promise<T>;

/**
 * What a user wants to know about one position. The user is charged once, however many datasets are read and
 * however many calls that takes. All reads have one deadline, which starts with the question.
 */
export interface Question {
  /**
   * The value is null where the dataset may be unknown and is.
   * @throws NoWeatherHereError where no provider has a place
   * @throws WeatherUnavailableError when the providers fail and no record is cached
   * @throws TooManyRequestsError when no record is cached and the user has no question left
   */
  read<D extends DatasetName>(dataset: D): Promise<Reading<ValueOf<D>>>;
}

/** Reads the weather at a position. */
@Injectable()
export class WeatherService {
  constructor(
    private readonly grid: CellGrid,
    private readonly caches: ProviderCaches,
    private readonly clock: Clock,
    private readonly allowances: Allowances,
  ) {}

  /** Reads one dataset: a question of its own. See `Question.read`. */
  read<D extends DatasetName>(
    dataset: D,
    position: Position,
    subject: string,
  ): Promise<Reading<ValueOf<D>>> {
    return this.ask(position, subject).read(dataset);
  }

  /** @param subject the user who is charged if the question causes a call */
  ask(position: Position, subject: string): Question {
    const cell = this.grid.cellAt(position);
    const allowance = this.allowances.forQuestion(subject);
    const askedAtMs = this.clock.nowMs();
    return { read: (dataset) => this.readIn(cell, dataset, { allowance, askedAtMs }) };
  }

  /**
   * Tries the providers in order: the next one where a provider has no place, or is unavailable without
   * a cached record.
   */
  private async readIn<D extends DatasetName>(
    cell: Cell,
    dataset: D,
    { allowance, askedAtMs }: Asked,
  ): Promise<Reading<ValueOf<D>>> {
    const inOrder = this.caches.orderFor(dataset);
    let failure: unknown;
    let location: Location | undefined;
    for (const [index, cache] of inOrder.entries()) {
      const caller = { allowance, deadlineMs: askedAtMs + waitMsOf(inOrder.length - 1 - index) };
      const onPlace = (place: Location): void => void (location ??= place);
      try {
        const read = this.readFrom(cache, { dataset, cell, caller, onPlace });
        const reading = read instanceof Promise ? await read : read;
        if (reading) return reading;
      } catch (error) {
        failure = failureAfter(failure, error);
      }
    }
    return this.withoutRecord(dataset, location, failure);
  }

  /** When no provider has a record: the place of the first one that knows the position, and why. */
  private withoutRecord<D extends DatasetName>(
    dataset: D,
    location: Location | undefined,
    failure: unknown,
  ): Reading<ValueOf<D>> {
    // An exhausted allowance must reach the user, not hide behind "unknown".
    if (location && mayBeUnknown(dataset) && !(failure instanceof NotAdmittedError)) {
      const forMs = failure ? UNKNOWN_FOR_MS : NOT_COVERED_FOR_MS;
      return unknownReading(location, this.clock.nowMs(), forMs) as Reading<ValueOf<D>>;
    }
    throw failure === undefined ? new NoWeatherHereError() : asWeatherError(failure);
  }

  /**
   * Undefined where the provider has no place, or does not offer the dataset there. Place and record are
   * nearly always in memory: then there is no promise, which is some 4 % faster.
   */
  private readFrom<D extends DatasetName>(
    cache: ProviderCache,
    request: ProviderRequest<D>,
  ): MaybePromise<Reading<ValueOf<D>> | undefined> {
    const search = cache.findPlace(request.cell, request.caller);
    return search instanceof Promise
      ? search.then((found) => this.readAt(cache, request, found))
      : this.readAt(cache, request, search);
  }

  private readAt<D extends DatasetName>(
    cache: ProviderCache,
    { dataset, cell, caller, onPlace }: ProviderRequest<D>,
    { entry, outcome }: FoundPlace,
  ): MaybePromise<Reading<ValueOf<D>> | undefined> {
    const { place } = entry.value;
    if (!place) return undefined;
    const location = { place, centre: cell.centre, provider: cache.descriptor };
    onPlace(location);
    if (!cache.covers(dataset, place)) return undefined;
    const toReading = (result: CacheResult<Datasets[D]>): Reading<ValueOf<D>> | undefined =>
      isNotCovered(dataset, result.entry.value)
        ? undefined
        : {
            entry: result.entry,
            freshness: result.freshness,
            outcome: result.outcome,
            placeOutcome: outcome,
            location,
          };
    const read = cache.read({ dataset, cell, place, caller });
    return read instanceof Promise ? read.then(toReading) : toReading(read);
  }
}

/** @param next number of providers that are asked after this one */
function waitMsOf(next: number): number {
  return RESPONSE_DEADLINE_MS - KEPT_FOR_NEXT_MS * Math.min(next, 2);
}

function mayBeUnknown(dataset: DatasetName): boolean {
  return DATASETS[dataset].whenUnavailable === 'unknown';
}

/**
 * The failure to report: an exhausted allowance of the user, else the last failure.
 * @throws any other error: a bug
 */
function failureAfter(failure: unknown, error: unknown): unknown {
  if (!isOutage(error) && !(error instanceof NotAdmittedError)) throw error;
  return failure instanceof NotAdmittedError ? failure : error;
}

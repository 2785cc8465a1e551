import { Injectable } from '@nestjs/common';
import type { Cell } from '@app/cells/cell.js';
import { CellGrid } from '@app/cells/cell-grid.js';
import type { Position } from '@app/cells/position.js';
import { Clock } from '@app/clock/clock.js';
import type { CacheResult } from '@app/read-through/read-through.js';
import { NotAdmittedError } from '@app/read-through/not-admitted.error.js';
import type { Caller, FoundPlace, ProviderCache } from './cache/provider-cache.js';
import { ProviderCaches } from './cache/provider-caches.js';
import { DATASETS, type DatasetName, type Datasets, type ValueOf } from './datasets/registry.js';
import { asWeatherError, isOutage } from './errors/as-weather-error.js';
import { NoWeatherHereError } from './errors/no-weather-here.error.js';
import { unknownReading, type Location, type Reading } from './reading.js';

/** Deadline of a request of a watch. */
const RESPONSE_DEADLINE_MS = 3_000;
/** Deadline of a provider that is not the last: the next one gets the remaining time. */
const NEXT_PROVIDER_AFTER_MS = 2_200;
/** A place without alerts rarely gets them; a failing provider may recover soon. */
const NOT_COVERED_FOR_MS = 3_600_000;
const UNKNOWN_FOR_MS = 60_000;

/** What one provider is asked, and why the provider before it did not answer. */
interface ProviderRequest<D extends DatasetName> {
  readonly dataset: D;
  readonly cell: Cell;
  readonly caller: Caller;
  readonly failure: unknown;
}

type MaybePromise<T> = T | Promise<T>;

/** Reads the weather at a position. */
@Injectable()
export class WeatherService {
  constructor(
    private readonly grid: CellGrid,
    private readonly caches: ProviderCaches,
    private readonly clock: Clock,
  ) {}

  /**
   * Tries the providers in order: the next one where a provider has no place, or is unavailable without
   * a cached record. The value is null where the dataset may be unknown and is.
   * @param subject the user whose allowance is charged for the calls
   * @throws NoWeatherHereError where no provider has a place
   * @throws WeatherUnavailableError when the providers fail and no record is cached
   * @throws TooManyRequestsError when no record is cached and the user has no allowance left
   */
  async read<D extends DatasetName>(
    dataset: D,
    position: Position,
    subject: string,
  ): Promise<Reading<ValueOf<D>>> {
    const cell = this.grid.cellAt(position);
    const startedAtMs = this.clock.nowMs();
    const inOrder = this.caches.orderFor(dataset);
    let failure: unknown;
    for (const cache of inOrder) {
      const waitMs = cache === inOrder.at(-1) ? RESPONSE_DEADLINE_MS : NEXT_PROVIDER_AFTER_MS;
      const caller = { subject, deadlineMs: startedAtMs + waitMs };
      try {
        const read = this.readFrom(cache, { dataset, cell, caller, failure });
        const reading = read instanceof Promise ? await read : read;
        if (reading) return reading;
      } catch (error) {
        failure = failureAfter(failure, error);
      }
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
    { dataset, cell, caller, failure }: ProviderRequest<D>,
    { entry, outcome }: FoundPlace,
  ): MaybePromise<Reading<ValueOf<D>> | undefined> {
    const { place } = entry.value;
    if (!place) return undefined;
    const location = { place, centre: cell.centre, provider: cache.descriptor };
    if (!cache.covers(dataset, place)) return this.notCovered(dataset, location, failure);
    const toReading = (result: CacheResult<Datasets[D]>): Reading<ValueOf<D>> => ({
      entry: result.entry,
      freshness: result.freshness,
      outcome: result.outcome,
      placeOutcome: outcome,
      location,
    });
    const read = cache.read({ dataset, cell, place, caller });
    if (!(read instanceof Promise)) return toReading(read);
    return read.then(toReading, (error: unknown) => {
      if (!isOutage(error) || !mayBeUnknown(dataset)) throw error;
      return this.unknown<D>(location, UNKNOWN_FOR_MS);
    });
  }

  private notCovered<D extends DatasetName>(
    dataset: D,
    location: Location,
    failure: unknown,
  ): Reading<ValueOf<D>> | undefined {
    // An exhausted allowance must reach the user, not hide behind "unknown".
    if (!mayBeUnknown(dataset) || failure instanceof NotAdmittedError) return undefined;
    return this.unknown<D>(location, failure ? UNKNOWN_FOR_MS : NOT_COVERED_FOR_MS);
  }

  private unknown<D extends DatasetName>(location: Location, forMs: number): Reading<ValueOf<D>> {
    return unknownReading(location, this.clock.nowMs(), forMs) as Reading<ValueOf<D>>;
  }
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

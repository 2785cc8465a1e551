import { Injectable } from '@nestjs/common';
import type { Cell } from '@app/cells/cell.js';
import { CellGrid } from '@app/cells/cell-grid.js';
import type { Position } from '@app/cells/position.js';
import { Clock } from '@app/clock/clock.js';
import { NotAdmittedError } from '@app/read-through/not-admitted.error.js';
import type { Caller, ProviderCache } from './cache/provider-cache.js';
import { ProviderCaches } from './cache/provider-caches.js';
import { DATASETS, type DatasetName, type ValueOf } from './datasets/registry.js';
import { asWeatherError, isOutage } from './errors/as-weather-error.js';
import { NoWeatherHereError } from './errors/no-weather-here.error.js';
import { unknownReading, type Location, type Reading } from './reading.js';

/** A watch's request may take this long, whatever it waits for. */
const RESPONSE_DEADLINE_MS = 3_000;
/** A provider that is not the last leaves the rest of the time to the next. */
const NEXT_PROVIDER_AFTER_MS = 2_200;
/** A place without alerts will hardly get any soon; a provider that fails may answer again. */
const NOT_COVERED_FOR_MS = 3_600_000;
const UNKNOWN_FOR_MS = 60_000;

/** Answers what the weather is at a position. */
@Injectable()
export class WeatherService {
  constructor(
    private readonly grid: CellGrid,
    private readonly caches: ProviderCaches,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks the providers in their order; the next one where one has no place, or can neither answer nor
   * has a copy. The value is null where the dataset may be unknown, and is.
   * @param subject the user whose allowance pays for the calls that this causes
   * @throws NoWeatherHereError where no provider has a place
   * @throws WeatherUnavailableError when the providers fail and no copy is left
   * @throws TooManyRequestsError when there is no copy and the user may cause no more calls
   */
  async read<D extends DatasetName>(
    dataset: D,
    position: Position,
    subject: string,
  ): Promise<Reading<ValueOf<D>>> {
    const cell = this.grid.cellAt(position);
    const startedAtMs = this.clock.nowMs();
    const { inOrder } = this.caches;
    let failure: unknown;
    for (const cache of inOrder) {
      const waitMs = cache === inOrder.at(-1) ? RESPONSE_DEADLINE_MS : NEXT_PROVIDER_AFTER_MS;
      const caller = { subject, deadlineMs: startedAtMs + waitMs };
      try {
        const reading = await this.readFrom(cache, dataset, cell, caller, failure);
        if (reading) return reading;
      } catch (error) {
        failure = failureAfter(failure, error);
      }
    }
    throw failure === undefined ? new NoWeatherHereError() : asWeatherError(failure);
  }

  /** Undefined where the provider has no place, or does not have the dataset there. */
  private async readFrom<D extends DatasetName>(
    cache: ProviderCache,
    dataset: D,
    cell: Cell,
    caller: Caller,
    failure: unknown,
  ): Promise<Reading<ValueOf<D>> | undefined> {
    // Nearly always place and record are in memory; to await only promises is some 4 % cheaper.
    const search = cache.findPlace(cell, caller);
    const { entry, outcome } = search instanceof Promise ? await search : search;
    const { place } = entry.value;
    if (!place) return undefined;
    const location = { place, centre: cell.centre, provider: cache.descriptor };
    if (!cache.covers(dataset, place)) return this.notCovered(dataset, location, failure);
    try {
      const read = cache.read({ dataset, cell, place, caller });
      const result = read instanceof Promise ? await read : read;
      // The place may have had to be waited for, too.
      return { ...result, outcome: outcome === 'hit' ? result.outcome : outcome, location };
    } catch (error) {
      if (!isOutage(error) || !mayBeUnknown(dataset)) throw error;
      return this.unknown<D>(location, UNKNOWN_FOR_MS);
    }
  }

  private notCovered<D extends DatasetName>(
    dataset: D,
    location: Location,
    failure: unknown,
  ): Reading<ValueOf<D>> | undefined {
    // Whether the user may ask another provider is to be told, not hidden behind "unknown".
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
 * Of two failures the one to report: that the user has no calls left, else the last.
 * @throws an error that is neither an outage nor a refusal of this user: a bug
 */
function failureAfter(failure: unknown, error: unknown): unknown {
  if (!isOutage(error) && !(error instanceof NotAdmittedError)) throw error;
  return failure instanceof NotAdmittedError ? failure : error;
}

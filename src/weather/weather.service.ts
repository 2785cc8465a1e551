import { Injectable } from '@nestjs/common';
import type { Cell } from '@app/cells/cell.js';
import { CellGrid } from '@app/cells/cell-grid.js';
import type { Position } from '@app/cells/position.js';
import { Clock } from '@app/clock/clock.js';
import { NotAdmittedError } from '@app/read-through/not-admitted.error.js';
import type { Answer } from '@app/read-through/read-through.js';
import type { PlaceRecord } from './cache/codecs.js';
import type { Caller, ProviderCache } from './cache/provider-cache.js';
import type { Alerts } from './datasets/alerts/alerts.js';
import type { DatasetName, Datasets } from './datasets/registry.js';
import { asWeatherError, isOutage } from './errors/as-weather-error.js';
import { NoWeatherHereError } from './errors/no-weather-here.error.js';
import { readAt, readAtHand, type ResolvedPlace } from './located.js';
import { unknownReading, type Reading } from './reading.js';
import { ProviderCaches } from './cache/provider-caches.js';

/** A watch's question may take this long, whatever it waits for. */
const ANSWER_WITHIN_MS = 3_000;
/** Where there is a fall-back, it gets what is left. */
const TURN_TO_FALLBACK_AFTER_MS = 2_200;
/** A place that has no alerts will hardly get any soon; a source that fails may answer again. */
const NO_ALERTS_FOR_MS = 3_600_000;
const UNKNOWN_FOR_MS = 60_000;

/** Where a watch is and who pays for what it asks. */
interface Question {
  readonly cell: Cell;
  readonly subject: string;
  readonly askedAtMs: number;
}

/**
 * Answers what the weather is at a position. `subject` is the user whose allowance pays for the calls
 * that a question causes. Every method throws
 * - NoWeatherHereError where no source has a place,
 * - WeatherUnavailableError when the sources fail and no copy is left,
 * - TooManyRequestsError when nothing is at hand and the user may cause no more calls.
 */
@Injectable()
export class WeatherService {
  constructor(
    private readonly grid: CellGrid,
    private readonly sources: ProviderCaches,
    private readonly clock: Clock,
  ) {}

  async read<D extends Exclude<DatasetName, 'alerts'>>(
    dataset: D,
    position: Position,
    subject: string,
  ): Promise<Reading<Datasets[D]>> {
    const question = this.question(position, subject);
    try {
      const place = this.locate(question);
      // Nearly always place and weather are at hand; without promises that is some 4 % cheaper.
      const located = place instanceof Promise ? await place : place;
      try {
        return await readAt(located, dataset);
      } catch (error) {
        if (!this.mayTurnToFallback(error) || located.source !== this.sources.primary) throw error;
        return await readAt(await this.locateInFallback(question, error), dataset);
      }
    } catch (error) {
      const spare = error instanceof NotAdmittedError && this.spareReading(dataset, question);
      if (spare) return spare;
      throw asWeatherError(error);
    }
  }

  /** Null where nobody can tell whether there are alerts, which is not the same as none. */
  async readAlerts(position: Position, subject: string): Promise<Reading<Alerts | null>> {
    try {
      const located = await this.locate(this.question(position, subject));
      if (located.place.hasAlerts === false) {
        return this.unknown(located, located.isStopgap ? UNKNOWN_FOR_MS : NO_ALERTS_FOR_MS);
      }
      try {
        return await readAt(located, 'alerts');
      } catch (error) {
        if (!isOutage(error)) throw error;
        return this.unknown(located, UNKNOWN_FOR_MS);
      }
    } catch (error) {
      throw asWeatherError(error);
    }
  }

  private question(position: Position, subject: string): Question {
    return { cell: this.grid.cellAt(position), subject, askedAtMs: this.clock.nowMs() };
  }

  /** The place at the primary source, or at the fall-back where that has none or cannot tell. */
  private locate(question: Question): ResolvedPlace | Promise<ResolvedPlace> {
    const { primary, fallback } = this.sources;
    const waitMs = fallback ? TURN_TO_FALLBACK_AFTER_MS : ANSWER_WITHIN_MS;
    const asker = askerOf(question, waitMs);
    const known = primary.placeAtHand(question.cell, asker);
    if (!known) return this.lookUp(question, asker);
    return locatedBy(known, primary, question, asker) ?? this.locateInFallback(question, undefined);
  }

  private async lookUp(question: Question, asker: Caller): Promise<ResolvedPlace> {
    const { primary } = this.sources;
    let failure: unknown;
    try {
      const found = await primary.placeOf(question.cell, asker);
      const located = locatedBy(found, primary, question, asker);
      if (located) return located;
    } catch (error) {
      if (!this.mayTurnToFallback(error)) throw error;
      failure = error;
    }
    return this.locateInFallback(question, failure);
  }

  /** @throws the failure that led here when there is no fall-back, if it was one */
  private async locateInFallback(question: Question, failure: unknown): Promise<ResolvedPlace> {
    const { fallback } = this.sources;
    if (!fallback) throw failure ?? new NoWeatherHereError();
    const asker = askerOf(question, ANSWER_WITHIN_MS);
    const found = await fallback.placeOf(question.cell, asker);
    const located = locatedBy(found, fallback, question, asker);
    if (!located) throw failure ?? new NoWeatherHereError();
    return { ...located, isStopgap: failure !== undefined };
  }

  /** What the fall-back has at hand, for a user who may cause no more calls. */
  private spareReading<D extends DatasetName>(
    dataset: D,
    question: Question,
  ): Reading<Datasets[D]> | undefined {
    const { fallback } = this.sources;
    const asker = askerOf(question, ANSWER_WITHIN_MS);
    const found = fallback?.placeAtHand(question.cell, asker);
    const located = fallback && found && locatedBy(found, fallback, question, asker);
    return located && readAtHand(located, dataset);
  }

  private mayTurnToFallback(error: unknown): boolean {
    return this.sources.fallback !== undefined && isOutage(error);
  }

  private unknown({ source, cell, place }: ResolvedPlace, forMs: number): Reading<null> {
    const nowMs = this.clock.nowMs();
    return unknownReading({ place, centre: cell.centre, origin: source.origin }, nowMs, forMs);
  }
}

function askerOf({ subject, askedAtMs }: Question, waitMs: number): Caller {
  return { subject, deadlineMs: askedAtMs + waitMs };
}

/** Undefined where the source has no place. */
function locatedBy(
  { entry, outcome }: Answer<PlaceRecord>,
  source: ProviderCache,
  { cell }: Question,
  asker: Caller,
): ResolvedPlace | undefined {
  const { place } = entry.value;
  return place ? { source, cell, place, asker, outcome, isStopgap: false } : undefined;
}

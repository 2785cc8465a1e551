import type { Cell } from '@app/cells/cell.js';
import type { Answer } from '@app/read-through/read-through.js';
import type { Caller, ProviderCache } from './cache/provider-cache.js';
import type { DatasetName, Datasets } from './datasets/registry.js';
import type { Place } from './places/place.js';
import { readingOf, type Outcome, type Reading } from './reading.js';

/** A cell with the place that stands for it at one source. */
export interface ResolvedPlace {
  readonly source: ProviderCache;
  readonly cell: Cell;
  readonly place: Place;
  readonly asker: Caller;
  /** How its place was come by. */
  readonly outcome: Outcome;
  /** Whether another source would have the place, if it could answer. */
  readonly isStopgap: boolean;
}

/**
 * A dataset of the place; without a promise when it is at hand.
 * @throws LoadError, DeadlineExceededError, NotAdmittedError
 */
export function readAt<D extends DatasetName>(
  located: ResolvedPlace,
  dataset: D,
): Reading<Datasets[D]> | Promise<Reading<Datasets[D]>> {
  const { source, cell, place, asker } = located;
  return (
    readAtHand(located, dataset) ??
    source.read(dataset, cell, place, asker).then((answer) => readingAt(located, answer))
  );
}

/** The same, if it is at hand. */
export function readAtHand<D extends DatasetName>(
  located: ResolvedPlace,
  dataset: D,
): Reading<Datasets[D]> | undefined {
  const { source, cell, place, asker } = located;
  const answer = source.atHand(dataset, cell, place, asker);
  return answer && readingAt(located, answer);
}

function readingAt<D extends DatasetName>(
  { source, cell, place, outcome }: ResolvedPlace,
  answer: Answer<Datasets[D]>,
): Reading<Datasets[D]> {
  return readingOf(answer, { place, centre: cell.centre, origin: source.origin }, outcome);
}

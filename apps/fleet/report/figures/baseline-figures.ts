import type { PlanPart } from '../../plan/plan-part.js';
import type { RowFigures } from './row-figures.js';

/** Calls for conditions and searches on the same requests, without what this service adds. */
interface Baseline {
  readonly searches: number;
  readonly conditions: number;
  readonly calls: number;
}

export interface BaselineFigures {
  /** A search and a call at every request, as the Flask service does. */
  readonly noCache: Baseline;
  /** A cache by the position of the watch, as long as conditions are fresh. Generous: positions do not wander. */
  readonly exactCoordinates: Baseline;
  /** A cache by cells of 0.01°, as long as conditions are fresh. */
  readonly grid: Baseline;
  readonly thisService: Baseline;
}

export function baselineFigures(
  part: PlanPart,
  scale: number,
  { conditionsAndSearch, datasets }: RowFigures,
): BaselineFigures {
  const named = (name: string): Baseline => {
    const calls = part.floors.get(name);
    const [searches = 0, conditions = 0] = [calls?.get('place'), calls?.get('conditions')];
    return of(Math.round(searches * scale), Math.round(conditions * scale));
  };
  const each = conditionsAndSearch.noCacheCalls / 2;
  return {
    noCache: of(each, each),
    exactCoordinates: named('exact'),
    grid: named('grid'),
    thisService: of(datasets.place?.upstreamCalls ?? 0, datasets.conditions?.upstreamCalls ?? 0),
  };
}

function of(searches: number, conditions: number): Baseline {
  return { searches, conditions, calls: searches + conditions };
}

import { Histogram } from '../../cache/histogram.js';
import { readsOf, type TallyData } from '../../cache/read-tally.js';
import { mapName } from '../../plan/city-maps.js';
import { DISTANCE_BUCKET_KM, type PlanPart } from '../../plan/plan-part.js';
import type { Kind, Variant } from '../../plan/variant.js';
import { kindFigures, type KindFigures } from './kind-figures.js';
import { round, spread, type Spread } from './numbers.js';

/** The figures of one row of the plan. Those of the kinds of record that it does not change are the reference's. */
export interface RowFigures {
  readonly sweep: string;
  readonly name: string;
  readonly watches: number;
  readonly hitRatio: number;
  /** The part of the reads that the memory of pods served. */
  readonly podMemoryRatio: number;
  readonly upstreamCalls: number;
  readonly upstreamCallsPerDay: number;
  readonly callsPerWatchPerDay: number;
  readonly distanceKm: Spread;
  /** Like for like with a service without a cache, which searches and asks for conditions at every request. */
  readonly conditionsAndSearch: {
    readonly noCacheCalls: number;
    readonly upstreamCalls: number;
    readonly timesFewer: number;
  };
  readonly datasets: Partial<Readonly<Record<Kind, KindFigures>>>;
}

/** By what counts become figures of the whole fleet. */
export interface Scale {
  readonly days: number;
  readonly scale: number;
}

export function rowFigures(
  variant: Variant,
  index: number,
  part: PlanPart,
  { days, scale }: Scale,
): RowFigures {
  const row = part.rows[index];
  const watches = Math.round((row?.watches ?? 0) * scale);
  const compared = part.rows[index === 0 ? 0 : 1];
  const tallies = new Map([...(compared?.tallies ?? []), ...(row?.tallies ?? [])]);
  const per = { days, scale, watches };
  const own = [...(row?.tallies ?? [])].map(([kind, tally]) => [kind, kindFigures(tally, per)]);
  const calls = scale * sum(tallies, (tally) => tally.calls);
  return {
    sweep: variant.sweep,
    name: variant.name,
    watches,
    hitRatio: ratioOf(tallies, ({ podHits, redisHits }) => podHits + redisHits),
    podMemoryRatio: ratioOf(tallies, ({ podHits }) => podHits),
    upstreamCalls: Math.round(calls),
    upstreamCallsPerDay: Math.round(calls / days),
    callsPerWatchPerDay: round(calls / days / watches, 3),
    distanceKm: distancesOf(part, variant),
    conditionsAndSearch: likeForLike(tallies, scale),
    datasets: Object.fromEntries(own) as RowFigures['datasets'],
  };
}

type Tallies = ReadonlyMap<Kind, TallyData>;

/** Of the reads of datasets; the search for a place is none. */
function ratioOf(tallies: Tallies, hitsOf: (tally: TallyData) => number): number {
  const datasets = new Map([...tallies].filter(([kind]) => kind !== 'place'));
  return round(sum(datasets, hitsOf) / sum(datasets, readsOf), 4);
}

function likeForLike(tallies: Tallies, scale: number): RowFigures['conditionsAndSearch'] {
  const [conditions, place] = [tallies.get('conditions'), tallies.get('place')];
  const noCache = 2 * (conditions ? readsOf(conditions) : 0);
  const calls = (conditions?.calls ?? 0) + (place?.calls ?? 0);
  return {
    noCacheCalls: Math.round(noCache * scale),
    upstreamCalls: Math.round(calls * scale),
    timesFewer: round(noCache / calls, 2),
  };
}

function distancesOf({ distances }: PlanPart, variant: Variant): Spread {
  const histogram = new Histogram(DISTANCE_BUCKET_KM);
  const counted = distances.get(mapName(variant));
  if (counted) histogram.merge(counted);
  return spread(histogram, 1, 2);
}

function sum(tallies: Tallies, of: (tally: TallyData) => number): number {
  return [...tallies.values()].reduce((total, tally) => total + of(tally), 0);
}

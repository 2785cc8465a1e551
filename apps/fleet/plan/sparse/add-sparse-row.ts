import { parseWindows } from '../../../../src/config/windows.js';
import { FreshnessPolicy } from '../../../../src/weather/cache/freshness-policy.js';
import { Histogram } from '../../cache/histogram.js';
import { ReadTally, type TallyData } from '../../cache/read-tally.js';
import { requestsPerDay } from '../../trace/polling.js';
import { expiresInMsOf } from '../city-cache.js';
import { mapName } from '../city-maps.js';
import type { PlanJob } from '../plan-job.js';
import { DISTANCE_BUCKET_KM, type PlanPart, type RowPart } from '../plan-part.js';
import { sampleOf } from './sample-of.js';
import { sparseGroups } from './sparse-groups.js';
import { SparsePlanner } from './sparse-planner.js';

/**
 * Fills the row in which places with few watches share cells. Places are planned one by one, so this row is the
 * reference, less what these places cause alone, plus what they cause together. There are no heights here: it shares
 * cells in mountains too, so what it saves is an upper bound.
 * @param scale of the rows: what one of their places stands for
 */
export function addSparseRow(job: PlanJob, part: PlanPart, scale: number): PlanPart {
  const index = job.variants.findIndex(({ mergesSparse }) => mergesSparse);
  const [reference] = job.variants;
  const [variant, row, compared] = [job.variants[index], part.rows[index], part.rows[1]];
  if (!reference || !variant || !row || !compared) return part;
  const planner = new SparsePlanner(job, reference);
  const { freshForMs } = new FreshnessPolicy(parseWindows(reference.windows)).windowOf(
    'conditions',
    expiresInMsOf('conditions'),
  );
  const rate = { requestsPerDay: requestsPerDay(job.polling), freshSeconds: freshForMs / 1_000 };
  const groups = sampleOf(sparseGroups(job.world, job.fleet, rate));
  for (const group of groups.played) planner.plan(group);
  const weight = groups.each / scale;
  const rows = part.rows.with(index, { ...row, tallies: talliesOf(compared, planner, weight) });
  const distances = new Histogram(DISTANCE_BUCKET_KM);
  const known = part.distances.get(mapName(variant));
  if (known) distances.merge(known);
  distances.merge(planner.shared.distances, weight);
  distances.merge({ counts: planner.separate.distances.counts, max: 0 }, -weight);
  return { ...part, rows, distances: new Map([...part.distances, [mapName(variant), distances]]) };
}

function talliesOf(
  { tallies }: RowPart,
  { separate, shared }: SparsePlanner,
  weight: number,
): RowPart['tallies'] {
  return new Map(
    [...tallies].map(([kind, tally]): [typeof kind, TallyData] => {
      const sum = new ReadTally();
      sum.merge(tally);
      const [alone, together] = [separate.tallies.get(kind), shared.tallies.get(kind)];
      if (together) sum.merge(together, weight);
      if (alone) sum.merge(alone, -weight);
      return [kind, sum];
    }),
  );
}

import { table } from '../../../../packages/text-table/table.js';
import type { PlanDocument } from '../plan-document.js';
import { bytes, count, percent } from './format.js';

/** What the fleet demands: calls, money, pods, Redis, log. */
export function loadTable({ load, budget, reference, refusedQuestions }: PlanDocument): string[] {
  const { requestsPerSecond, cpu, redis, log } = load;
  const limit = budget.dailyBudget === null ? 'not limited' : count(budget.dailyBudget);
  return table(
    ['what', 'figure'],
    [
      ['requests per day', count(load.requestsPerDay)],
      ['requests/s, mean', count(requestsPerSecond.mean)],
      ['requests/s, busiest second', count(requestsPerSecond.peak)],
      ['hit ratio of all reads', percent(reference.hitRatio)],
      ['calls to the provider per day', count(budget.upstreamCallsPerDay)],
      ['calls per watch and day', reference.callsPerWatchPerDay.toFixed(2)],
      ['price per month', price(budget.pricePerMonth)],
      ['daily budget', limit],
      ['longest windows by the budget, factor', budget.ttlFactorMax.toFixed(2)],
      ['minutes without refreshes / expired / any call', minutesText(budget.minutesAtLevel)],
      ['questions refused by the limits per user', count(refusedQuestions)],
      [
        'distance to the place, p50 / p95 / max, km',
        Object.values(reference.distanceKm).slice(0, 3).join(' / '),
      ],
      ['CPU per request, µs', cpu.microsecondsPerRequest.toFixed(0)],
      ['pods, mean / busiest second', `${cpu.podsMean} / ${cpu.podsPeak}`],
      ['records in Redis', count(redis.records)],
      ['memory of Redis', bytes(redis.memoryBytes)],
      [
        'Redis commands/s, mean / peak',
        `${count(redis.commandsPerSecondMean)} / ${count(redis.commandsPerSecondPeak)}`,
      ],
      ['access log per day', bytes(log.bytesPerDay)],
    ],
  );
}

function price(of: number | null): string {
  return of === null ? 'give --price-per-1000' : count(of);
}

function minutesText({ tight, last, spent }: PlanDocument['budget']['minutesAtLevel']): string {
  return `${tight} / ${last} / ${spent}`;
}

import type { PlanJob } from '../../plan/plan-job.js';
import type { PlanOptions } from '../../plan/plan-options.js';
import { round } from './numbers.js';
import type { RowFigures } from './row-figures.js';

const DAYS_PER_MONTH = 30;
const MINUTE_MS = 60_000;

/** What the calls cost, and what a budget makes of them. */
export interface BudgetFigures {
  readonly upstreamCallsPerDay: number;
  readonly upstreamCallsPerMonth: number;
  /** By `--price-per-1000`; null without. */
  readonly pricePerDay: number | null;
  readonly pricePerMonth: number | null;
  readonly pricePerWatchPerYear: number | null;
  /** Null = not limited. */
  readonly dailyBudget: number | null;
  readonly monthlyBudget: number | null;
  /** The largest factor by which the budget lengthened windows; 1 = none. */
  readonly ttlFactorMax: number;
  /** Minutes in which it served fewer than all calls; by level. */
  readonly minutesAtLevel: Readonly<Record<'plenty' | 'tight' | 'last' | 'spent', number>>;
}

export function budgetFigures(
  { pricePer1000, config }: PlanOptions,
  { upstreamCallsPerDay, watches }: RowFigures,
  pace: PlanJob['pace'],
): BudgetFigures {
  const priceOf = (calls: number): number | null =>
    pricePer1000 === undefined ? null : round((calls / 1_000) * pricePer1000, 2);
  const periods = pace?.periods ?? [];
  const minutes = (level: string): number =>
    (periods.filter((period) => period.level === level).length * (pace?.periodMs ?? 0)) / MINUTE_MS;
  return {
    upstreamCallsPerDay,
    upstreamCallsPerMonth: upstreamCallsPerDay * DAYS_PER_MONTH,
    pricePerDay: priceOf(upstreamCallsPerDay),
    pricePerMonth: priceOf(upstreamCallsPerDay * DAYS_PER_MONTH),
    pricePerWatchPerYear: priceOf((upstreamCallsPerDay * 365) / watches),
    dailyBudget: config.accweaDailyBudget ?? null,
    monthlyBudget: config.accweaMonthlyBudget ?? null,
    ttlFactorMax: round(
      periods.reduce((most, { ttlFactor }) => Math.max(most, ttlFactor), 1),
      3,
    ),
    minutesAtLevel: {
      plenty: minutes('plenty'),
      tight: minutes('tight'),
      last: minutes('last'),
      spent: minutes('spent'),
    },
  };
}

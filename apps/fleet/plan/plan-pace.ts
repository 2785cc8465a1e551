import type { BudgetLimits, LimitedWindow, Span } from '@app/budget/limited-window.js';
import { limitedWindows } from '@app/budget/limited-window.js';
import { allocationOf } from '@app/budget/shared/allocation.js';
import { levelOf, ttlFactorOf, type Usage } from '@app/budget/usage.js';
import { Pace, type PacePeriod } from '../cache/pace.js';
import { ReadTally } from '../cache/read-tally.js';
import { ASSUMPTIONS } from '../world/assumptions.js';
import { PacedCity } from './paced-city.js';
import type { PlanJob } from './plan-job.js';

const PERIOD_MS = 60_000;
const DAY_MS = 86_400_000;

/** The budget of the product in virtual time: what was used of each of its windows. */
class VirtualBudget {
  private readonly open = new Map<LimitedWindow, { span: Span; used: number }>();
  private readonly windows: readonly LimitedWindow[];

  constructor(
    limits: BudgetLimits,
    private readonly maxPods: number,
  ) {
    this.windows = limitedWindows(limits);
  }

  spend(calls: number, nowMs: number): void {
    for (const window of this.windows) {
      const current = this.open.get(window);
      const { span, used } =
        current && nowMs < current.span.endMs ? current : { span: window.spanAt(nowMs), used: 0 };
      this.open.set(window, { span, used: used + calls });
    }
  }

  periodAt(nowMs: number): PacePeriod {
    const usages = [...this.open].flatMap(([window, { span, used }]): Usage[] =>
      nowMs < span.endMs
        ? [{ span, used, issuable: allocationOf(window, this.maxPods).issuable }]
        : [],
    );
    return { ttlFactor: ttlFactorOf(usages, nowMs), level: levelOf(usages) };
  }
}

/**
 * What the budget does over the days of a plan, by minute. All places share it, so a sample of them is played minute by
 * minute: each minute's calls decide, by the product's rules, about the next one. The plan then gives each place the
 * pace that was found.
 * @param scale all calls by those of the sample
 */
export function paceOf(
  job: PlanJob,
  { rows, scale }: { readonly rows: readonly number[]; readonly scale: number },
  { limits, maxPods }: { readonly limits: BudgetLimits; readonly maxPods: number },
): NonNullable<PlanJob['pace']> {
  const budget = new VirtualBudget(limits, maxPods);
  const periods: PacePeriod[] = [];
  const pace = new Pace(PERIOD_MS, periods);
  const tallies = new Map(job.variants[0]?.kinds.map((kind) => [kind, new ReadTally()]));
  const calls = (): number => [...tallies.values()].reduce((sum, tally) => sum + tally.calls, 0);
  const cities = rows.map((row) => new PacedCity(job, row, { pace, tallies }));
  for (let atMs = 0; atMs < job.days * DAY_MS; atMs += PERIOD_MS) {
    periods.push(budget.periodAt(ASSUMPTIONS.startsAtMs + atMs));
    const before = calls();
    for (const city of cities) city.runUntil((atMs + PERIOD_MS) / 1_000);
    budget.spend((calls() - before) * scale, ASSUMPTIONS.startsAtMs + atMs);
  }
  return { periodMs: PERIOD_MS, periods };
}

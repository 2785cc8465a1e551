import type { FleetData } from '../data/report-data.js';
import type { Prices } from './prices.js';

const DAYS_PER_MONTH = 30;
const GIB = 2 ** 30;
const MICROSECONDS = 1_000_000;
const FEWEST_PODS = 3;

/** What an owner decides before the number of watches is known. */
export interface Choice {
  readonly name: string;
  /** Calls per month that a contract commits to; 0 = each call is paid for. */
  readonly committedCalls: number;
  /** That always run; `auto`: the autoscaler follows the load. */
  readonly pods: number | 'auto';
}

/** What a choice costs per month if the fleet turns out to be this one. */
export interface Outcome {
  readonly cost: number;
  /** Share of the requests in the busiest quarter hour that the pods cannot answer. */
  readonly unanswered: number;
}

export function callsPerMonth({ calls }: Pick<FleetData, 'calls'>): number {
  return DAYS_PER_MONTH * calls;
}

/** Price of calls under a contract: the committed ones, used or not, and the rest at the full price. */
export function priceOfCalls(
  calls: number,
  committed: number,
  { per1000Calls, commitDiscount }: Prices,
): number {
  const beyond = Math.max(0, calls - committed);
  return ((committed * (1 - commitDiscount) + beyond) / 1_000) * per1000Calls;
}

export function outcomeOf(
  { committedCalls, pods }: Choice,
  fleet: FleetData,
  prices: Prices,
): Outcome {
  const busiest = Math.max(...fleet.byQuarterHour.map(({ mean }) => mean));
  const running = pods === 'auto' ? podsOverTheDay(fleet) : pods;
  const capacity =
    pods === 'auto' ? Infinity : (pods * MICROSECONDS) / fleet.microsecondsPerRequest;
  return {
    cost:
      priceOfCalls(callsPerMonth(fleet), committedCalls, prices) +
      running * prices.perPodMonth +
      (fleet.redisBytes / GIB) * prices.perRedisGibMonth,
    unanswered: busiest > capacity ? 1 - capacity / busiest : 0,
  };
}

/** The mean, with as many as the load of each quarter hour needs. */
function podsOverTheDay({ byQuarterHour, pods, requestsPerSecond: { peak } }: FleetData): number {
  const needed = byQuarterHour.map(({ peak: most }) =>
    Math.max(FEWEST_PODS, Math.ceil((pods * most) / peak)),
  );
  return needed.reduce((a, b) => a + b, 0) / needed.length;
}

import type { FleetData } from '../data/report-data.js';
import { callsPerMonth, outcomeOf, type Choice, type Outcome } from './choice.js';
import type { Prices } from './prices.js';

/** A choice, and what became of it for each fleet. */
export interface RegretRow {
  readonly choice: Choice;
  /** By fleet. */
  readonly outcomes: readonly (Outcome & {
    /** Cost by that of the choice that would have been best for this fleet; 1 = no regret. */
    readonly regret: number;
  })[];
  /** Infinity where requests stay unanswered. */
  readonly worst: number;
}

export interface RegretTable {
  /** Of fleets, by watches. */
  readonly watches: readonly number[];
  readonly rows: readonly RegretRow[];
  /** The row whose worst regret is least. */
  readonly least: RegretRow;
}

/**
 * Choices for a fleet of unknown size, and what each costs if it was made for the wrong one. Regret is a ratio: in money the
 * largest fleet would decide alone, and a choice that costs a small fleet a hundred times too much would look harmless.
 */
export function regretTable(fleets: readonly FleetData[], prices: Prices): RegretTable {
  const choices = choicesFor(fleets);
  const outcomes = choices.map((choice) => fleets.map((fleet) => outcomeOf(choice, fleet, prices)));
  const best = fleets.map((_, index) => cheapest(outcomes.map((of) => of[index])));
  const rows = choices.map((choice, row): RegretRow => {
    const of = (outcomes[row] ?? []).map((outcome, index) => ({
      ...outcome,
      regret: outcome.cost / (best[index] ?? NaN),
    }));
    const worst = Math.max(
      ...of.map(({ regret, unanswered }) => (unanswered > 0 ? Infinity : regret)),
    );
    return { choice, outcomes: of, worst };
  });
  const least = rows.reduce((a, b) => (b.worst < a.worst ? b : a));
  return { watches: fleets.map(({ watches }) => watches), rows, least };
}

/** The two that need no guess, and one made to measure for each fleet. */
function choicesFor(fleets: readonly FleetData[]): readonly Choice[] {
  const [smallest] = fleets;
  return [
    { name: 'pay per call, pods by the autoscaler', committedCalls: 0, pods: 'auto' },
    {
      name: `commit for ${short(smallest?.watches ?? 0)} watches, pods by the autoscaler`,
      committedCalls: smallest ? callsPerMonth(smallest) : 0,
      pods: 'auto',
    },
    ...fleets.map((fleet) => ({
      name: `commit and pods for ${short(fleet.watches)} watches`,
      committedCalls: callsPerMonth(fleet),
      pods: fleet.pods,
    })),
  ];
}

function cheapest(outcomes: readonly (Outcome | undefined)[]): number {
  return Math.min(...outcomes.map((of) => (of && of.unanswered === 0 ? of.cost : Infinity)));
}

/** Such as `10 k` or `5 M`. */
export function short(number: number): string {
  const [limit, unit] = number >= 1e9 ? [1e9, ' bn'] : number >= 1e6 ? [1e6, ' M'] : [1e3, ' k'];
  if (number < 1_000) return String(Math.round(number));
  return `${Number((number / limit).toPrecision(3))}${unit}`;
}

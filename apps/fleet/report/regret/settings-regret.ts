import { leversOf } from '../charts/lever-rows.js';
import type { FleetData, RowData } from '../data/report-data.js';
import { callsPerMonth, priceOfCalls } from './choice.js';
import type { Prices } from './prices.js';

/** A setting, and by fleet what its calls cost compared with those of the cheapest setting for that fleet. */
export interface SettingRegret {
  /** Of the largest fleet. */
  readonly row: RowData;
  readonly regrets: readonly number[];
}

/** The defaults first, then the levers of which every fleet has a row. */
export function settingsRegret(
  fleets: readonly FleetData[],
  prices: Prices,
): readonly SettingRegret[] {
  const largest = fleets.at(-1);
  const reference = largest?.rows.find(({ sweep }) => sweep === 'reference');
  if (!largest || !reference) return [];
  const rows = [reference, ...leversOf(largest)];
  const costs = rows.map(({ name }) => fleets.map((fleet) => costWith(fleet, name, prices)));
  const best = fleets.map((_, index) => Math.min(...costs.map((of) => of[index] ?? Infinity)));
  return rows.map((row, index) => ({
    row,
    regrets: (costs[index] ?? []).map((cost, fleet) => cost / (best[fleet] ?? NaN)),
  }));
}

/** Infinity where the fleet has no such row. */
function costWith(fleet: FleetData, name: string, prices: Prices): number {
  const row = fleet.rows.find((one) => one.name === name);
  return row ? priceOfCalls(callsPerMonth(fleet) * (1 + row.change), 0, prices) : Infinity;
}

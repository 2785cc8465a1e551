import { describe, expect, it } from '@jest/globals';
import { fleetData } from '../data/fleet-data.fixture.js';
import type { FleetData } from '../data/report-data.js';
import { priceOfCalls } from './choice.js';
import { EXAMPLE_PRICES } from './prices.js';
import { regretTable } from './regret-table.js';

const fleetOf = (watches: number, calls: number, rate: number, pods: number): FleetData =>
  fleetData({
    watches,
    calls,
    requests: 86_400 * rate,
    requestsPerSecond: { mean: rate, peak: rate },
    byQuarterHour: Array.from({ length: 96 }, () => ({ mean: rate, peak: rate })),
    pods,
  });
const SMALL = fleetOf(10_000, 1_000_000, 7, 3);
const LARGE = fleetOf(20_000_000, 300_000_000, 20_000, 10);

describe('the price of calls', () => {
  it('has all committed calls, used or not, and the rest at the full price', () => {
    const prices = { ...EXAMPLE_PRICES, per1000Calls: 2, commitDiscount: 0.5 };
    expect(priceOfCalls(1_000, 0, prices)).toBe(2);
    expect(priceOfCalls(1_000, 4_000, prices)).toBe(4);
    expect(priceOfCalls(5_000, 4_000, prices)).toBe(6);
  });
});

describe('the regret table', () => {
  const { rows, least } = regretTable([SMALL, LARGE], EXAMPLE_PRICES);
  const named = (name: string) => rows.find(({ choice }) => choice.name.startsWith(name))!;

  it('has no regret where the choice was made for the fleet that came', () => {
    expect(named('commit and pods for 10 k').outcomes[0]!.regret).toBeCloseTo(1, 5);
    expect(named('commit and pods for 20 M').outcomes[1]!.regret).toBeCloseTo(1, 1);
  });

  it('shows a contract for a fleet that did not come as many times too expensive', () => {
    expect(named('commit and pods for 20 M').outcomes[0]!.regret).toBeGreaterThan(100);
  });

  it('lets too few pods fail, however cheap they are', () => {
    expect(named('commit and pods for 10 k').outcomes[1]!.unanswered).toBeCloseTo(0.5, 1);
    expect(named('commit and pods for 10 k').worst).toBe(Infinity);
  });

  it('prefers to commit to no more than the smallest fleet, and to let pods follow the load', () => {
    expect(least.choice).toMatchObject({ pods: 'auto', committedCalls: 30_000_000 });
    expect(least.worst).toBeLessThan(1 / (1 - EXAMPLE_PRICES.commitDiscount) + 0.01);
  });
});

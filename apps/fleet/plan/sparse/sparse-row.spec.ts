import { expect, it } from '@jest/globals';
import { planDocument } from '../../report/plan-document.js';
import { optionsOf, quietly } from '../../testing/small-worlds.js';
import { worldOf } from '../../world/world.js';
import { runPlan } from '../run-plan.js';

/** Villages of one watch each, a few kilometres apart, and one far away. */
const VILLAGES = worldOf(
  [48, 48.03, 48.06, 60].map((latitude) => ({
    latitude,
    longitude: 2,
    population: 1_000,
    offsetMinutes: 120,
    country: 'FR',
  })),
);

it('the row of shared cells has fewer calls than villages of their own, and places farther away', async () => {
  const options = optionsOf('--watches=4', '--sweep=sparse', '--seed=3');
  const { rows } = planDocument([], options, await runPlan(VILLAGES, options, quietly));
  const [reference, shared] = rows;
  expect(shared!.upstreamCalls).toBeLessThan(0.95 * reference!.upstreamCalls);
  expect(shared!.datasets.conditions!.reads).toBe(reference!.datasets.conditions!.reads);
  expect(shared!.distanceKm.p95).toBeGreaterThan(2);
  expect(reference!.distanceKm.p95).toBeLessThan(1);
});

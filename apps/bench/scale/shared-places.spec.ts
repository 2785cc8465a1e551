import { expect, it } from '@jest/globals';
import { Supply } from '../scenarios/supply.js';
import { positions } from '../world/positions.js';
import { requestsForPods } from './shared-places.js';

const AMOUNTS = { requests: 640, places: 50 };

const regionOf = (pods: number) =>
  requestsForPods(
    new Supply({ tokens: ['a', 'b', 'c'], warmPositions: 1, positions }),
    pods,
    AMOUNTS,
  );

it('sends the same requests to any number of pods, each the same share', () => {
  const [alone = []] = regionOf(1).byPod;
  const { byPod } = regionOf(4);

  expect(byPod.map(({ length }) => length)).toEqual([160, 160, 160, 160]);
  const together = byPod.flat().map(({ path }) => path);
  expect(together.toSorted()).toEqual(alone.map(({ path }) => path).toSorted());
});

it('needs a search and a call for conditions per place, whatever the number of pods', () => {
  const places = new Set(
    regionOf(1)
      .byPod.flat()
      .map(({ path }) => path),
  ).size;

  expect(places).toBeGreaterThan(AMOUNTS.places / 2);
  expect(regionOf(1).upstreamCalls).toBe(2 * places);
  expect(regionOf(4).upstreamCalls).toBe(2 * places);
});

it('asks for some places far more often than for others', () => {
  const counts = new Map<string, number>();
  for (const { path } of regionOf(1).byPod.flat()) counts.set(path, (counts.get(path) ?? 0) + 1);
  const sorted = [...counts.values()].toSorted((a, b) => b - a);

  expect(sorted[0]).toBeGreaterThan(5 * (sorted.at(-1) ?? Infinity));
});

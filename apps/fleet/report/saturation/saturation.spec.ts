import { expect, it } from '@jest/globals';
import type { FleetData } from '../data/report-data.js';
import { COSTS } from '../../plan/costs.js';
import { fleetData } from '../data/fleet-data.fixture.js';
import { saturationsOf } from './saturation.js';

/** Commands per second that keep one thread of Redis busy. */
const FULL = 1_000_000 / COSTS.redisMicrosecondsPerCommand;

const fleet = (watches: number, redisCommandsPerSecond: number): FleetData =>
  fleetData({ watches, redisCommandsPerSecond });
const redisOf = (...fleets: readonly FleetData[]) =>
  saturationsOf(fleets).find(({ resource }) => resource.name === 'one shard of Redis');

it('shows what share of a Redis thread each fleet uses', () => {
  const uses = redisOf(fleet(1_000_000, FULL / 4), fleet(4_000_000, FULL))?.uses ?? [];

  expect(uses[0]).toBeCloseTo(0.25);
  expect(uses[1]).toBeCloseTo(1);
});

it('finds the fleet that uses it up between two planned ones', () => {
  const redis = redisOf(fleet(1_000_000, FULL / 2), fleet(5_000_000, 2.5 * FULL));

  expect(redis?.saturatedAt).toBeCloseTo(2_000_000);
});

it('names no fleet where the largest one has enough', () => {
  expect(redisOf(fleet(1_000_000, FULL / 2))?.saturatedAt).toBeUndefined();
});

import { COSTS } from '../../plan/costs.js';
import type { FleetData } from '../data/report-data.js';

const MICROSECONDS = 1_000_000;

/** A part of a region that a fleet can use up. */
export interface Resource {
  readonly name: string;
  /** What the limit is, and what to do when it comes near. */
  readonly limit: string;
  /** The used share of it in the busiest second; above 1 it does not suffice. */
  readonly use: (fleet: FleetData) => number;
}

/** The share of a resource that each fleet uses, and the fleet that uses it up. */
export interface Saturation {
  readonly resource: Resource;
  readonly uses: readonly number[];
  /** Watches; undefined where the largest fleet does not use it up. */
  readonly saturatedAt: number | undefined;
}

/** Of one region that serves the whole fleet, as after the loss of the other. */
export const RESOURCES: readonly Resource[] = [
  {
    name: 'one shard of Redis',
    limit: 'its one thread; more shards with `REDIS_CLUSTER`',
    use: ({ redisCommandsPerSecond }) =>
      (redisCommandsPerSecond * COSTS.redisMicrosecondsPerCommand) / MICROSECONDS,
  },
  {
    name: 'pods',
    limit: `${COSTS.mostPods}, the autoscaler's maximum`,
    use: ({ pods }) => pods / COSTS.mostPods,
  },
  {
    name: 'memory of Redis',
    limit: `${COSTS.redisTierGib} GiB, the proposed tier; a larger one`,
    use: ({ redisBytes }) => redisBytes / (COSTS.redisTierGib * 2 ** 30),
  },
];

/** @param fleets from the smallest to the largest */
export function saturationsOf(fleets: readonly FleetData[]): readonly Saturation[] {
  return RESOURCES.map((resource) => {
    const uses = fleets.map(resource.use);
    return { resource, uses, saturatedAt: watchesAtFullUse(fleets, uses) };
  });
}

/** Between two fleets, use grows in proportion to their difference. */
function watchesAtFullUse(
  fleets: readonly FleetData[],
  uses: readonly number[],
): number | undefined {
  const over = uses.findIndex((use) => use > 1);
  if (over < 0) return undefined;
  const [before, after] = [uses[over - 1] ?? 0, uses[over] ?? 1];
  const [fewer, more] = [fleets[over - 1]?.watches ?? 0, fleets[over]?.watches ?? 0];
  return fewer + ((1 - before) / (after - before)) * (more - fewer);
}

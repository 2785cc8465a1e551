import type { StartCost } from '../start/start-cost.js';
import { table } from '../../../packages/text-table/table.js';

/** What the product may use until it listens. */
const LIMITS = { cpuMs: 1_500, rssMiB: 130 } as const;
const HEAD = ['start', 'CPU, ms', 'limit', 'memory, MiB', 'limit'];

/** The cost of a start, as Markdown lines. Only the bundle has limits: production starts it. */
export function startTable(starts: readonly StartCost[]): string[] {
  return table(
    HEAD,
    starts.map(({ name, cpuMs, rssMiB }) => [
      name,
      cpuMs.toFixed(0),
      name === 'bundle' ? judged(cpuMs, LIMITS.cpuMs) : '',
      rssMiB.toFixed(0),
      name === 'bundle' ? judged(rssMiB, LIMITS.rssMiB) : '',
    ]),
  );
}

/** The names of the limits that are missed. */
export function missedStartLimits(starts: readonly StartCost[]): string[] {
  return starts
    .filter(({ name }) => name === 'bundle')
    .flatMap(({ cpuMs, rssMiB }) => [
      ...(cpuMs > LIMITS.cpuMs ? ['CPU time of a start'] : []),
      ...(rssMiB > LIMITS.rssMiB ? ['memory after a start'] : []),
    ]);
}

function judged(measured: number, limit: number): string {
  return `≤ ${limit}: ${measured <= limit ? 'kept' : 'MISSED'}`;
}

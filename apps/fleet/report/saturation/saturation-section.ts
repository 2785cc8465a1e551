import { table } from '../../../../packages/text-table/table.js';
import type { FleetData } from '../data/report-data.js';
import { short } from '../regret/regret-table.js';
import { percent } from '../text/format.js';
import { saturationsOf } from './saturation.js';

/** What one region runs out of first, by size of the fleet, as Markdown lines. */
export function saturationSection(fleets: readonly FleetData[]): string[] {
  const saturations = saturationsOf(fleets);
  return [
    '### What saturates first',
    '',
    'One region that serves the whole fleet, as after the loss of the other; the used share in the busiest second. Costs per command and request are those of [scaling.md](scaling.md) and [bench.md](bench.md).',
    '',
    ...table(
      ['', ...fleets.map(({ watches }) => short(watches)), 'used up at'],
      saturations.map(({ resource, uses, saturatedAt }) => [
        resource.name,
        ...uses.map(percent),
        saturatedAt === undefined ? 'not here' : `${short(saturatedAt)} watches`,
      ]),
    ),
    '',
    ...saturations.map(({ resource: { name, limit } }) => `- ${name}: ${limit}.`),
  ];
}

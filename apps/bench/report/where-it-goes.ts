import type { Part } from '../profile/parts.js';
import { table } from './table.js';

/** The parts of a request to ours, as lines of Markdown. @param cpuMicros what a request costs */
export function whereItGoes(
  shares: readonly (readonly [part: Part, share: number])[],
  cpuMicros: number,
): string[] {
  return [
    '## where ours goes',
    '',
    ...table(
      ['part', 'share', 'CPU, µs/request'],
      shares.map(([part, share]) => [
        part,
        `${(share * 100).toFixed(0)} %`,
        (share * cpuMicros).toFixed(1),
      ]),
    ),
  ];
}

import type { Part } from '../profile/parts.js';
import { table } from '../../../packages/text-table/table.js';

/** The CPU cost of a request by part, as Markdown lines. @param cpuMicros the cost of a request */
export function whereItGoes(
  shares: readonly (readonly [part: Part, share: number])[],
  cpuMicros: number,
): string[] {
  return table(
    ['part', 'share', 'CPU, µs/request'],
    shares.map(([part, share]) => [
      part,
      `${(share * 100).toFixed(0)} %`,
      (share * cpuMicros).toFixed(1),
    ]),
  );
}

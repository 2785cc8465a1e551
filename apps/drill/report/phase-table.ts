import { table } from '../../../packages/text-table/table.js';
import type { Sample } from '../watches/watches.js';

/** What the watches of each group saw in each phase, as a Markdown table. */
export function phaseTable(samples: readonly Sample[]): string[] {
  const keys = [...new Set(samples.map(({ phase, group }) => `${phase}\0${group}`))];
  const rows = keys.toSorted(byPhaseOf(samples)).map((key) => {
    const [phase = '', group = ''] = key.split('\0');
    const own = samples.filter((sample) => sample.phase === phase && sample.group === group);
    const answered = own.filter(({ status }) => status === 200);
    return [
      phase,
      group,
      `${own.length}`,
      `${((100 * answered.length) / own.length).toFixed(1)} %`,
      othersOf(own),
      `${percentile(answered, 0.5)} / ${percentile(answered, 0.99)}`,
    ];
  });
  return table(['phase', 'watches', 'requests', 'weather', 'other', 'ms, p50 / p99'], rows);
}

function byPhaseOf(samples: readonly Sample[]): (a: string, b: string) => number {
  const phases = [...new Set(samples.map(({ phase }) => phase))];
  const at = (key: string): number => phases.indexOf(key.split('\0')[0] ?? '');
  return (a, b) => at(a) - at(b);
}

/** `12 × no response, 3 × 503`. */
function othersOf(samples: readonly Sample[]): string {
  const counts = new Map<number, number>();
  for (const { status } of samples) {
    if (status !== 200) counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  const texts = [...counts].map(([status, count]) => `${count} × ${status || 'no response'}`);
  return texts.join(', ') || '–';
}

function percentile(samples: readonly Sample[], share: number): string {
  const times = samples.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const found = times[Math.ceil(times.length * share) - 1];
  return found === undefined ? '–' : String(Math.round(found));
}

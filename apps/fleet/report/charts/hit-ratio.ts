import type { Spec } from 'vega';
import type { ReportData } from '../data/report-data.js';
import { lineChart, type Series } from './line-chart.js';

const LOWEST_STEP = 0.1;

/** Hit ratio of each dataset by size of the fleet. */
export function hitRatioChart({ fleets }: ReportData, width: number): Spec {
  const names = Object.keys(fleets[0]?.hitRatios ?? {}).filter((name) => name !== 'place');
  const series = names.map((name): Series => ({
    name,
    points: fleets.map(({ watches, hitRatios }) => [watches, hitRatios[name] ?? 0]),
  }));
  const lowest = Math.min(...series.flatMap(({ points }) => points.map(([, ratio]) => ratio)));
  const from = Math.floor(lowest / LOWEST_STEP) * LOWEST_STEP;
  const watches = fleets.map((fleet) => fleet.watches);
  return lineChart(
    series,
    {
      type: 'log',
      domain: [watches[0] ?? 1, Math.max(watches.at(-1) ?? 1, 2 * (watches[0] ?? 1))],
      title: 'watches',
      ticks: watches,
      label: "replace(format(datum.value, '~s'), /k$/, ' k')",
    },
    {
      type: 'linear',
      domain: [from, 1],
      title: 'hit ratio',
      ticks: Array.from({ length: 11 }, (_, step) => step / 10).filter((of) => of >= from),
      label: "format(datum.value, '.0%')",
    },
    width,
  );
}

import type { Spec } from 'vega';
import { mainFleet, type ReportData } from '../data/report-data.js';
import type { QuarterHour } from '../figures/day-curve.js';
import { lineChart, type Series } from './line-chart.js';

const QUARTERS_PER_HOUR = 4;
const POLLING_NAMES: Readonly<Record<string, string>> = {
  '64': 'at random',
  client: 'our client',
  quarter: 'at :00 :15 …',
  hourly: 'at :00',
};

/** The busiest second of each quarter hour of the day, by how watches ask. */
export function peakChart(data: ReportData, width: number): Spec {
  const { byQuarterHour } = mainFleet(data);
  const series: readonly Series[] = [
    ...(data.polling.length > 0
      ? data.polling.map((of) =>
          seriesOf(POLLING_NAMES[of.polling] ?? of.polling, of.byQuarterHour),
        )
      : [seriesOf('busiest s', byQuarterHour)]),
    {
      name: 'mean',
      points: byQuarterHour.map(({ mean }, quarter) => [
        quarter / QUARTERS_PER_HOUR,
        atLeastOne(mean),
      ]),
    },
  ];
  const values = series.flatMap(({ points }) => points.map(([, rate]) => rate));
  const [low, high] = [Math.min(...values), Math.max(...values)].map(Math.log10);
  const powers = { from: Math.floor(low ?? 0), to: Math.max(1, Math.ceil(high ?? 1)) };
  return lineChart(
    series,
    {
      type: 'linear',
      domain: [0, 24],
      title: 'hour of the day, UTC',
      ticks: [0, 4, 8, 12, 16, 20, 24],
      label: "format(datum.value, '02d') + ' h'",
    },
    {
      type: 'log',
      domain: [10 ** powers.from, 10 ** powers.to],
      title: 'requests per second',
      ticks: Array.from(
        { length: powers.to - powers.from + 1 },
        (_, step) => 10 ** (powers.from + step),
      ),
      label: "format(datum.value, '~s')",
    },
    width,
  );
}

function seriesOf(name: string, byQuarterHour: readonly QuarterHour[]): Series {
  return {
    name,
    points: byQuarterHour.map(({ peak }, quarter) => [
      quarter / QUARTERS_PER_HOUR,
      atLeastOne(peak),
    ]),
  };
}

/** For a logarithmic scale. */
function atLeastOne(rate: number): number {
  return Math.max(1, rate);
}

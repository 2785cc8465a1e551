import type { Measurement } from '../measurement.js';
import type { Traffic } from '../traffic.js';
import { times, typical, type Sample } from './sample.js';
import { table } from './table.js';
import { verdict } from './verdict.js';

const HEAD = [
  'server',
  'CPU, µs/request',
  'lowest–highest',
  '× (a)',
  'requests/s',
  'p50 × (a)',
  'p99 × (a)',
];

/** The results for one traffic as Markdown lines: title, table and verdict. */
export function results(measurements: readonly Measurement[], traffic: Traffic): string[] {
  const samples = (letter: string): readonly Sample[] => samplesOf(measurements, letter, traffic);
  const [bare, textbook, ours, uninstrumented] = [
    samples('a'),
    samples('c'),
    samples('d'),
    samples('e'),
  ];
  const lines = verdict({
    oursToBare: times(ours, bare, 'cpuMicros'),
    textbookToOurs: times(textbook, ours, 'cpuMicros'),
    oursToUninstrumented: times(ours, uninstrumented, 'cpuMicros'),
  });
  return [
    `## ${traffic.name}`,
    '',
    ...table(
      HEAD,
      measurements.map((measurement) => row(measurement, traffic, bare)),
    ),
    '',
    ...lines.map((line) => `- ${line}`),
  ];
}

function row(measurement: Measurement, traffic: Traffic, bare: readonly Sample[]): string[] {
  const { letter, name } = measurement.contender;
  const samples = measurement.of(traffic);
  const costs = samples.map(({ cpuMicros }) => cpuMicros);
  return [
    `(${letter}) ${name}`,
    typical(samples, 'cpuMicros').toFixed(1),
    `${Math.min(...costs).toFixed(0)}–${Math.max(...costs).toFixed(0)}`,
    times(samples, bare, 'cpuMicros').toFixed(2),
    typical(samples, 'perSecond').toFixed(0),
    times(samples, bare, 'p50Ms').toFixed(1),
    times(samples, bare, 'p99Ms').toFixed(1),
  ];
}

function samplesOf(
  measurements: readonly Measurement[],
  letter: string,
  traffic: Traffic,
): readonly Sample[] {
  return measurements.find(({ contender }) => contender.letter === letter)?.of(traffic) ?? [];
}

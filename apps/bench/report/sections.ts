import { cpuTable } from './cpu-table.js';
import { limitTable } from './limit-table.js';
import { samplesOf, type Results } from './results.js';
import { typical } from './sample.js';
import { startTable } from './start-table.js';
import { usageTable } from './usage-table.js';
import { whereItGoes } from './where-it-goes.js';

/** All tables of one Node version as Markdown lines. */
export function sections(results: Results): string[] {
  const title = `## Node ${results.node}`;
  const profiles = results.profiles.flatMap(({ name, shares }) => [
    '',
    `### where (d) spends its time: ${name}`,
    '',
    ...whereItGoes(shares, typical(samplesOf(results, 'd', name), 'cpuMicros')),
  ]);
  const tables = [
    ['limits', limitTable(results)],
    ['server CPU, µs per request', cpuTable(results)],
    ['what else a request uses', usageTable(results)],
    ['start until it listens', startTable(results.starts)],
  ] as const;
  return [
    title,
    ...tables.flatMap(([heading, lines]) => ['', `### ${heading}`, '', ...lines]),
    ...profiles,
  ];
}

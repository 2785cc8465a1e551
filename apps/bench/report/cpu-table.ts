import { SCENARIO_NAMES, type ScenarioName } from '../scenarios/scenario.js';
import type { Letter } from '../world/contenders.js';
import { samplesOf, type Results } from './results.js';
import { times, typical } from './sample.js';
import { table } from '../../../packages/text-table/table.js';

const HEAD = [
  'request',
  '(a)',
  '(b)',
  '(c)',
  '(f)',
  '(d)',
  '(d) varies',
  '(d)/(a)',
  '(d)/(b)',
  '(c)/(d)',
  '(d)/(f)',
];
const COLUMNS: readonly Letter[] = ['a', 'b', 'c', 'f', 'd'];

/** CPU per request of all servers, and the ratios of the product to its peers, as Markdown lines. */
export function cpuTable(results: Results): string[] {
  return table(
    HEAD,
    SCENARIO_NAMES.map((name) => [
      name,
      ...COLUMNS.map((letter) => micros(results, letter, name)),
      range(results, name),
      ratio(results, name, 'd', 'a'),
      ratio(results, name, 'd', 'b'),
      ratio(results, name, 'c', 'd'),
      ratio(results, name, 'd', 'f'),
    ]),
  );
}

function micros(results: Results, letter: Letter, name: ScenarioName): string {
  const samples = samplesOf(results, letter, name);
  return samples.length > 0 ? typical(samples, 'cpuMicros').toFixed(0) : '';
}

function range(results: Results, name: ScenarioName): string {
  const costs = samplesOf(results, 'd', name).map(({ cpuMicros }) => cpuMicros);
  return `${Math.min(...costs).toFixed(0)}–${Math.max(...costs).toFixed(0)}`;
}

function ratio(results: Results, name: ScenarioName, of: Letter, to: Letter): string {
  const samples = samplesOf(results, of, name);
  const others = samplesOf(results, to, name);
  return samples.length > 0 && others.length > 0 ? times(samples, others).toFixed(2) : '';
}

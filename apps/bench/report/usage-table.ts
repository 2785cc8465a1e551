import { SCENARIO_NAMES, type ScenarioName } from '../scenarios/scenario.js';
import type { Letter } from '../world/contenders.js';
import { samplesOf, type Results } from './results.js';
import { typical, type Sample } from './sample.js';
import { table } from '../../../packages/text-table/table.js';

const HEAD = [
  'request',
  'Redis commands',
  'scripts',
  '(b) commands',
  'Redis bytes',
  '(b) bytes',
  'Redis CPU, µs',
  'response bytes',
  'log bytes',
];

/** What a request of the product uses besides its CPU, with (b) beside it, as Markdown lines. */
export function usageTable(results: Results): string[] {
  return table(
    HEAD,
    SCENARIO_NAMES.map((name) => {
      const number = (letter: Letter, field: keyof Sample, digits = 0): string =>
        numberOf(results, letter, name, field, digits);
      return [
        name,
        number('d', 'redisCommands', 1),
        number('d', 'redisScripts', 1),
        number('b', 'redisCommands', 1),
        number('d', 'redisBytes'),
        number('b', 'redisBytes'),
        number('d', 'redisCpuMicros'),
        number('d', 'responseBytes'),
        number('d', 'logBytes'),
      ];
    }),
  );
}

function numberOf(
  results: Results,
  letter: Letter,
  name: ScenarioName,
  field: keyof Sample,
  digits: number,
): string {
  const samples = samplesOf(results, letter, name);
  return samples.length > 0 ? typical(samples, field).toFixed(digits) : '';
}

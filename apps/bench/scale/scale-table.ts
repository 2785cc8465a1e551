import { table } from '../../../packages/text-table/table.js';
import type { ScaleStep } from './scale-step.js';

const HEAD = [
  'API processes',
  'CPU per request, µs',
  'requests/s of one on a core',
  'compared with one',
  'calls per request',
  'needed',
  'Redis commands per request',
  'Redis CPU per request, µs',
  'per command, µs',
];

/** One row per number of pods, as Markdown lines. */
export function scaleTable(steps: readonly ScaleStep[]): string[] {
  const [first] = steps;
  return table(
    HEAD,
    steps.map((step) => [
      String(step.pods),
      cpuPerRequest(step).toFixed(0),
      Math.round(1e6 / cpuPerRequest(step)).toLocaleString('en'),
      `× ${(cpuPerRequest(step) / (first ? cpuPerRequest(first) : NaN)).toFixed(2)}`,
      (step.upstreamCalls / step.requests).toFixed(4),
      (step.neededCalls / step.requests).toFixed(4),
      (step.redisCommands / step.requests).toFixed(1),
      (step.redisCpuMicros / step.requests).toFixed(1),
      (step.redisCpuMicros / step.redisCommands).toFixed(2),
    ]),
  );
}

function cpuPerRequest({ podCpuMicros, requests }: ScaleStep): number {
  return podCpuMicros / requests;
}

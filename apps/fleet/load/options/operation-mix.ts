import { fractionOf } from '../../../../packages/simulated-weather/maths/hash.js';
import type { Operation } from '../../../../packages/watch-client/request/weather-request.js';

const OPERATIONS: Readonly<Record<Operation, true>> = {
  conditions: true,
  minutelyForecast: true,
  hourlyForecast: true,
  dailyForecast: true,
  alerts: true,
  glance: true,
  precipitation: true,
  uvIndex: true,
};

/** What the watches ask for, by weight. */
export type OperationMix = readonly (readonly [operation: Operation, weight: number])[];

/**
 * Parses `glance` or `glance=8,conditions=2`.
 * @throws when an endpoint is unknown or a weight is not positive
 */
export function operationMix(text: string): OperationMix {
  return text.split(',').map((part) => {
    const [name = '', weight = '1'] = part.trim().split('=');
    if (!isOperation(name) || !(Number(weight) > 0)) {
      const known = Object.keys(OPERATIONS).join(', ');
      throw new Error(`--mix must be like glance=8,conditions=2; it is ${text}. Known: ${known}`);
    }
    return [name, Number(weight)];
  });
}

/** What a watch asks for, the same at each call. */
export function operationOf(mix: OperationMix, watch: number, seed: string): Operation {
  const total = mix.reduce((sum, [, weight]) => sum + weight, 0);
  const at = fractionOf(`${seed} ${watch} operation`) * total;
  let passed = 0;
  const found = mix.find(([, weight]) => (passed += weight) > at) ?? mix.at(-1);
  if (!found) throw new Error('an empty mix');
  return found[0];
}

function isOperation(name: string): name is Operation {
  return Object.hasOwn(OPERATIONS, name);
}

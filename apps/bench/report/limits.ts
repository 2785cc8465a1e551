import type { ScenarioName } from '../scenarios/scenario.js';
import type { Letter } from '../world/contenders.js';

/** A row of a contender. */
export type Measured = readonly [letter: Letter, scenario: ScenarioName];

/** A limit of a ratio of CPU times. */
export interface Limit {
  readonly name: string;
  readonly of: Measured;
  readonly to: Measured;
  readonly limit: { readonly atMost: number } | { readonly atLeast: number };
  /** What we aim for; undefined where the limit is the target. */
  readonly target?: number;
}

const HIT = ['d', 'hit, known token'] as const satisfies Measured;

/** What a request of the product may cost. */
export const LIMITS: readonly Limit[] = [
  {
    name: 'hit / (f)',
    of: HIT,
    to: ['f', 'hit, known token'],
    limit: { atMost: 1.5 },
    target: 1.25,
  },
  { name: '(c) / hit', of: ['c', 'hit, known token'], to: HIT, limit: { atLeast: 10 } },
  {
    name: 'unknown token / hit',
    of: ['d', 'hit, unknown token'],
    to: HIT,
    limit: { atMost: 2 },
    target: 1.6,
  },
  { name: 'cold / (b)', of: ['d', 'cold'], to: ['b', 'cold'], limit: { atMost: 1.8 }, target: 1.5 },
  {
    name: 'from Redis / (b)',
    of: ['d', 'from Redis'],
    to: ['b', 'from Redis'],
    limit: { atMost: 1.5 },
    target: 1.3,
  },
  { name: 'glance / hit', of: ['d', 'glance'], to: HIT, limit: { atMost: 1.4 } },
  { name: 'malformed token / hit', of: ['d', 'malformed token'], to: HIT, limit: { atMost: 1 } },
];

/** Whether a measured ratio keeps the limit; NaN never does. */
export function isKept({ limit }: Limit, ratio: number): boolean {
  return 'atMost' in limit ? ratio <= limit.atMost : ratio >= limit.atLeast;
}

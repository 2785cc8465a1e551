import type { WatchRequest } from '../load/load.js';
import type { SizeName } from '../sizes.js';
import type { Letter } from '../world/contenders.js';
import type { Supply } from './supply.js';

/** The requests of one round. */
export interface Batch {
  readonly requests: readonly WatchRequest[];
  /** Calls to AccuWeather that they cause. */
  readonly upstreamCalls: number;
}

/** A row of the comparison: one kind of request. */
export interface Scenario {
  readonly name: ScenarioName;
  /** Explains the row. */
  readonly about: string;
  /** The servers that have this kind of request. */
  readonly contenders: readonly Letter[];
  readonly size: SizeName;
  /** The second pod loads the records that the first reads from Redis. */
  readonly pod: 'first' | 'second';
  readonly status: 200 | 304 | 401;
  /** @param tagOf the entity tag of a path, where the scenario needs it */
  readonly batch: (supply: Supply, amount: number, tagOf: TagOf) => Batch;
}

export type TagOf = (path: string) => string;

export const SCENARIO_NAMES = [
  'hit, known token',
  'hit, unknown token',
  'cold',
  'from Redis',
  'fleet mix',
  'glance',
  'conditions',
  'hourly',
  'not modified',
  'malformed token',
] as const;

export type ScenarioName = (typeof SCENARIO_NAMES)[number];

import type { Quotas } from '../cache/question-quota.js';
import type { PacePeriod } from '../cache/pace.js';
import type { Mix } from '../trace/endpoints.js';
import type { Polling } from '../trace/polling.js';
import type { Fleet } from '../world/fleet.js';
import type { World } from '../world/world.js';
import type { Kind, Variant } from './variant.js';

/** What every thread of a plan knows. Data only. */
export interface PlanJob {
  readonly world: World;
  readonly fleet: Fleet;
  readonly seed: number;
  readonly days: number;
  readonly polling: Polling;
  readonly mix: Mix;
  /** The reference first. */
  readonly variants: readonly Variant[];
  /** By place: 1 where all variants are simulated, 0 where only the reference is. */
  readonly hasRows: Uint8Array;
  readonly quotas: Quotas;
  /** Undefined without a budget. */
  readonly pace: { readonly periodMs: number; readonly periods: readonly PacePeriod[] } | undefined;
  /** By variant: for how long pods keep what they do not read. */
  readonly podKeepsForMs: readonly Partial<Readonly<Record<Kind, number>>>[];
}

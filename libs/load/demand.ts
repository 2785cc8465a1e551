import type { Allowance } from './allowance.js';
import type { Priority } from './priority.js';
import type { Waiting } from './waiting.js';

/** How much a call to a source is needed, and who is charged for it. */
export interface Demand {
  readonly priority: Priority;
  /** Charged for each attempt of the call; without it, the call is free. */
  readonly allowance?: Allowance | undefined;
  /** Who waits for it, which decides about its place in a queue; without it, one caller. */
  readonly waiting?: Waiting | undefined;
}

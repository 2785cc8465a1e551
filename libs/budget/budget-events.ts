import { TypedEmitter } from '@app/events/typed-emitter.js';
import type { Level } from './usage.js';

/** A change in the state of a budget, for logs and metrics. */
export type BudgetEvent =
  | { readonly name: 'level'; readonly level: Level }
  /** This process started, or stopped, to spend the calls kept for times without the shared count. */
  | { readonly name: 'reserve-begun' | 'reserve-ended' }
  /** This process has none of those calls left: it makes no call until the shared count is back. */
  | { readonly name: 'reserve-spent' }
  /** The shared count was lost; it is rebuilt from what the processes remember. */
  | { readonly name: 'count-lost' };

/** Events of the process's budget. DI token. */
export class BudgetEvents extends TypedEmitter<BudgetEvent> {}

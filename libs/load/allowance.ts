import type { Priority } from './priority.js';

/** The calls that may still be made for a user or a question. Port. */
export abstract class Allowance {
  /**
   * Takes one call, before it is made; each attempt is a call. Refreshes, which no caller waits for, are counted apart.
   * @throws when none is left; the call must not be made then
   */
  abstract take(priority: Priority): Promise<void>;

  /** Returns a call that was taken and not made. */
  abstract giveBack(priority: Priority): Promise<void>;
}

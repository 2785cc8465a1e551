import { BudgetSpentError } from '@app/budget/budget-spent.error.js';
import type { MissLimit } from '@app/rate-limit/miss-limit.js';
import { NotAdmittedError } from '@app/read-through/not-admitted.error.js';
import { RefusedCallError } from '@app/resilience/refused-call.error.js';

/**
 * Makes a call on behalf of a user who has allowance left.
 * @throws NotAdmittedError before the call, or any error of the call
 */
export type Charge = <T>(subject: string, call: () => Promise<T>) => Promise<T>;

/** Charges each call to the user's allowance, and refunds a call that was not made. */
export function chargeTo(limit: Pick<MissLimit, 'charge' | 'refund'>): Charge {
  return async (subject, call) => {
    try {
      await limit.charge(subject);
    } catch (cause) {
      throw new NotAdmittedError({ cause });
    }
    try {
      return await call();
    } catch (error) {
      if (wasNotMade(error)) await limit.refund(subject);
      throw error;
    }
  };
}

function wasNotMade(error: unknown): boolean {
  return error instanceof RefusedCallError || error instanceof BudgetSpentError;
}

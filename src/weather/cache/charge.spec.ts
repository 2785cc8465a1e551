import { beforeEach, expect, it } from '@jest/globals';
import { BudgetSpentError } from '@app/budget/budget-spent.error.js';
import { NotAdmittedError } from '@app/read-through/not-admitted.error.js';
import { RefusedCallError } from '@app/resilience/refused-call.error.js';
import { ProviderError } from '../providers/provider.error.js';
import { chargeTo, type Charge } from './charge.js';

const TOO_MANY = new Error('too many');

/** An allowance of two calls per user. */
class Allowance {
  left = 2;

  charge(): Promise<void> {
    if (this.left === 0) return Promise.reject(TOO_MANY);
    this.left -= 1;
    return Promise.resolve();
  }

  refund(): Promise<void> {
    this.left += 1;
    return Promise.resolve();
  }
}

let allowance: Allowance;
let charge: Charge;

beforeEach(() => {
  allowance = new Allowance();
  charge = chargeTo(allowance);
});

it('chargeTo charges the user before it makes the call', async () => {
  expect(await charge('anna', () => Promise.resolve(allowance.left))).toBe(1);
});

it('chargeTo rejects a user without allowance and makes no call', async () => {
  allowance.left = 0;
  let called = false;
  const pending = charge('anna', () => Promise.resolve((called = true)));

  await expect(pending).rejects.toThrow(NotAdmittedError);
  await expect(pending).rejects.toMatchObject({ cause: TOO_MANY });
  expect(called).toBe(false);
});

it.each([
  new RefusedCallError('paused', 'in cooldown', 1_000),
  new BudgetSpentError('nothing left', 1_000),
])('chargeTo refunds a call that was not made (%s)', async (refusal) => {
  await expect(charge('anna', () => Promise.reject(refusal))).rejects.toBe(refusal);

  expect(allowance.left).toBe(2);
});

it('chargeTo does not refund a call that failed', async () => {
  const failure = new ProviderError('failing', 'status 500');
  await expect(charge('anna', () => Promise.reject(failure))).rejects.toBe(failure);

  expect(allowance.left).toBe(1);
});

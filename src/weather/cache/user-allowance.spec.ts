import { beforeEach, describe, expect, it } from '@jest/globals';
import { NotAdmittedError } from '@app/read-through/not-admitted.error.js';
import type { Counted } from '@app/rate-limit/miss-limit.js';
import { UserAllowance } from './user-allowance.js';

const TOO_MANY = new Error('too many');

/** Two misses and one refresh. */
class Limit {
  readonly left: Record<Counted, number> = { misses: 2, refreshes: 1 };

  charge(_subject: string, counted: Counted): Promise<void> {
    if (this.left[counted] === 0) return Promise.reject(TOO_MANY);
    this.left[counted] -= 1;
    return Promise.resolve();
  }

  refund(_subject: string, counted: Counted): Promise<void> {
    this.left[counted] += 1;
    return Promise.resolve();
  }
}

let limit: Limit;
let allowance: UserAllowance;

beforeEach(() => {
  limit = new Limit();
  allowance = new UserAllowance('anna', limit);
});

describe('UserAllowance', () => {
  it.each(['expired', 'missing'] as const)(
    'counts a call with priority %s as a miss',
    async (priority) => {
      await allowance.take(priority);

      expect(limit.left).toEqual({ misses: 1, refreshes: 1 });
    },
  );

  it('counts a refresh apart', async () => {
    await allowance.take('refresh');

    expect(limit.left).toEqual({ misses: 2, refreshes: 0 });
  });

  it('admits no call of a user who has none left', async () => {
    limit.left.misses = 0;
    const refused = allowance.take('missing');

    await expect(refused).rejects.toThrow(NotAdmittedError);
    await expect(refused).rejects.toMatchObject({ cause: TOO_MANY });
  });

  it('gives back what was taken', async () => {
    for (const priority of ['missing', 'refresh'] as const) {
      await allowance.take(priority);
      await allowance.giveBack(priority);
    }

    expect(limit.left).toEqual({ misses: 2, refreshes: 1 });
  });
});

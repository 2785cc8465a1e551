import { beforeEach, describe, expect, it } from '@jest/globals';
import { NotAdmittedError } from '@app/read-through/not-admitted.error.js';
import type { Counted } from '@app/rate-limit/miss-limit.js';
import { QuestionAllowance } from './question-allowance.js';

const TOO_MANY = new Error('too many');

/** Two misses and one refresh. Every answer takes a turn, as one of Redis does. */
class Limit {
  readonly left: Record<Counted, number> = { misses: 2, refreshes: 1 };
  charges = 0;

  async charge(_subject: string, counted: Counted): Promise<void> {
    this.charges += 1;
    await Promise.resolve();
    if (this.left[counted] === 0) throw TOO_MANY;
    this.left[counted] -= 1;
  }

  async refund(_subject: string, counted: Counted): Promise<void> {
    await Promise.resolve();
    this.left[counted] += 1;
  }
}

let limit: Limit;
let question: QuestionAllowance;

beforeEach(() => {
  limit = new Limit();
  question = new QuestionAllowance('anna', limit);
});

describe('a question', () => {
  it.each(['expired', 'missing'] as const)(
    'that waits for a call with priority %s counts as a miss',
    async (priority) => {
      await question.take(priority);

      expect(limit.left).toEqual({ misses: 1, refreshes: 1 });
    },
  );

  it('counts once, however many calls it waits for', async () => {
    await question.take('missing');
    await Promise.all([question.take('missing'), question.take('expired')]);
    await question.take('missing');

    expect(limit.left).toEqual({ misses: 1, refreshes: 1 });
  });

  it('counts once when its first calls start at the same moment', async () => {
    await Promise.all(Array.from({ length: 4 }, () => question.take('missing')));

    expect(limit.charges).toBe(1);
  });

  it('counts once as a refresh, apart from misses', async () => {
    await question.take('refresh');
    await question.take('refresh');

    expect(limit.left).toEqual({ misses: 2, refreshes: 0 });
  });

  it('counts apart from another question of the user', async () => {
    await question.take('missing');
    await new QuestionAllowance('anna', limit).take('missing');

    expect(limit.left).toEqual({ misses: 0, refreshes: 1 });
  });
});

describe('a question of a user who has none left', () => {
  beforeEach(() => void (limit.left.misses = 0));

  it('is refused all calls that start at the same moment, by one charge', async () => {
    const calls = Array.from({ length: 4 }, () => question.take('missing'));

    for (const call of calls) {
      await expect(call).rejects.toThrow(NotAdmittedError);
      await expect(call).rejects.toMatchObject({ cause: TOO_MANY });
    }
    expect(limit.charges).toBe(1);
  });

  it('stays refused, also when the hour ends meanwhile', async () => {
    await expect(question.take('missing')).rejects.toThrow(NotAdmittedError);
    limit.left.misses = 2;

    await expect(question.take('missing')).rejects.toThrow(NotAdmittedError);
    expect(limit.left.misses).toBe(2);
  });

  it('may still be answered with a copy that is renewed', async () => {
    await expect(question.take('missing')).rejects.toThrow(NotAdmittedError);
    await question.take('refresh');

    expect(limit.left).toEqual({ misses: 0, refreshes: 0 });
  });
});

describe('a question whose calls are given back', () => {
  it('does not count when no call was made', async () => {
    for (const priority of ['missing', 'refresh'] as const) {
      await question.take(priority);
      await question.take(priority);
      await question.giveBack(priority);
      await question.giveBack(priority);
    }

    expect(limit.left).toEqual({ misses: 2, refreshes: 1 });
  });

  it('counts when one call was made', async () => {
    await question.take('missing');
    await question.take('missing');
    await question.giveBack('missing');
    await question.take('missing');
    await question.giveBack('missing');

    expect(limit.left.misses).toBe(1);
  });

  it('counts again when a call is made later', async () => {
    await question.take('missing');
    await question.giveBack('missing');
    await question.take('missing');

    expect(limit.left.misses).toBe(1);
  });
});

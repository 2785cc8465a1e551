import { Allowance } from '@app/load/allowance.js';
import type { Priority } from '@app/load/priority.js';
import type { Counted, MissLimit } from '@app/rate-limit/miss-limit.js';
import { NotAdmittedError } from '@app/read-through/not-admitted.error.js';

/** The calls that one user may still cause. */
export class UserAllowance extends Allowance {
  constructor(
    private readonly subject: string,
    private readonly limit: Pick<MissLimit, 'charge' | 'refund'>,
  ) {
    super();
  }

  /** @throws NotAdmittedError when none is left */
  override async take(priority: Priority): Promise<void> {
    try {
      await this.limit.charge(this.subject, countedAs(priority));
    } catch (cause) {
      throw new NotAdmittedError({ cause });
    }
  }

  override giveBack(priority: Priority): Promise<void> {
    return this.limit.refund(this.subject, countedAs(priority));
  }
}

function countedAs(priority: Priority): Counted {
  return priority === 'refresh' ? 'refreshes' : 'misses';
}

import { Allowance } from '@app/load/allowance.js';
import type { Priority } from '@app/load/priority.js';
import type { Counted, MissLimit } from '@app/rate-limit/miss-limit.js';
import { NotAdmittedError } from '@app/read-through/not-admitted.error.js';

/** What a question was charged for its calls of one kind. */
interface Charge {
  /** Calls that were taken and not given back. */
  calls: number;
  /** One for all these calls. Rejected = the user has no question left. */
  readonly granted: Promise<void>;
}

/**
 * The calls of one question of a user. The first call charges the user, and all others are free: a new
 * place costs a search and a call per dataset, and the user asked once.
 *
 * A refusal holds for the whole question. The charge is returned when every call was given back.
 */
export class QuestionAllowance extends Allowance {
  private readonly charges: Partial<Record<Counted, Charge>> = {};

  constructor(
    private readonly subject: string,
    private readonly limit: Pick<MissLimit, 'charge' | 'refund'>,
  ) {
    super();
  }

  /**
   * Concurrent calls wait for the same charge.
   * @throws NotAdmittedError when the user has no question left
   */
  override async take(priority: Priority): Promise<void> {
    const counted = countedAs(priority);
    const charge = (this.charges[counted] ??= this.charge(counted));
    charge.calls += 1;
    try {
      await charge.granted;
    } catch (cause) {
      throw new NotAdmittedError({ cause });
    }
  }

  override async giveBack(priority: Priority): Promise<void> {
    const counted = countedAs(priority);
    const charge = this.charges[counted];
    if (!charge) return;
    charge.calls -= 1;
    if (charge.calls > 0) return;
    delete this.charges[counted];
    await this.limit.refund(this.subject, counted);
  }

  private charge(counted: Counted): Charge {
    return { calls: 0, granted: this.limit.charge(this.subject, counted) };
  }
}

function countedAs(priority: Priority): Counted {
  return priority === 'refresh' ? 'refreshes' : 'misses';
}

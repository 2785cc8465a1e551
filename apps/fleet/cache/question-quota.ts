import type { Priority } from '@app/load/priority.js';
import { missPolicy } from '@app/rate-limit/quota-policy.js';
import type { Pace } from './pace.js';

/** Calls of users that are permitted per hour, as in the settings of the product. */
export interface Quotas {
  readonly missesPerHour: number;
  readonly refreshesPerHour: number;
}

const MISS = 0;
const REFRESH = 1;
const KINDS = 2;

/**
 * Who may cause a call: what the budget still serves, and per watch a number of questions per hour from the first one.
 * A question is charged once for its misses and once for its refreshes, however many calls it causes, as the
 * allowance of the product does.
 */
export class QuestionQuota {
  /** Questions that were refused a call. */
  refused = 0;
  private watch = 0;
  private readonly charged = [false, false];
  private readonly limits: readonly number[];
  private readonly windowMs: number;
  private since = new Float64Array(0);
  private used = new Float64Array(0);

  constructor(
    { missesPerHour, refreshesPerHour }: Quotas,
    private readonly pace: Pace | undefined,
  ) {
    const { quota, windowSeconds } = missPolicy(missesPerHour);
    this.limits = [quota, missPolicy(refreshesPerHour).quota];
    this.windowMs = windowSeconds * 1_000;
  }

  reset(watches: number): void {
    this.since = new Float64Array(KINDS * watches).fill(-Infinity);
    this.used = new Float64Array(KINDS * watches);
  }

  /** The next reads are of one question of this watch. */
  ask(watch: number): void {
    this.watch = watch;
    this.charged[MISS] = false;
    this.charged[REFRESH] = false;
  }

  admits(priority: Priority, nowMs: number): boolean {
    if (this.pace?.admits(priority, nowMs) === false) return false;
    const kind = priority === 'refresh' ? REFRESH : MISS;
    if (this.charged[kind]) return true;
    if (!this.charge(KINDS * this.watch + kind, this.limits[kind] ?? 0, nowMs)) return false;
    this.charged[kind] = true;
    return true;
  }

  private charge(slot: number, limit: number, nowMs: number): boolean {
    if (nowMs - (this.since[slot] ?? 0) >= this.windowMs) {
      this.since[slot] = nowMs;
      this.used[slot] = 0;
    }
    const used = this.used[slot] ?? 0;
    if (used >= limit) {
      this.refused += 1;
      return false;
    }
    this.used[slot] = used + 1;
    return true;
  }
}

import type { Allowance } from '@app/load/allowance.js';

/** What the questions of users may still cause. DI token. */
export abstract class Allowances {
  /** The allowance of one question of a user; undefined = its calls are free. */
  abstract forQuestion(subject: string): Allowance | undefined;
}

/** The deadline of a caller passed before the load ended. */
export class DeadlineExceededError extends Error {
  constructor(waitedMs: number) {
    super(`no answer within ${Math.round(waitedMs)} ms`);
    this.name = 'DeadlineExceededError';
  }
}

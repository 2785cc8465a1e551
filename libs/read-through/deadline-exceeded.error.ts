/** A wait that took longer than its caller could bear. */
export class DeadlineExceededError extends Error {
  constructor(waitedMs: number) {
    super(`no answer within ${Math.round(waitedMs)} ms`);
    this.name = 'DeadlineExceededError';
  }
}

/** A caller's deadline passed before the answer came. */
export class DeadlineExceededError extends Error {
  constructor(waitedMs: number) {
    super(`no answer within ${Math.round(waitedMs)} ms`);
    this.name = 'DeadlineExceededError';
  }
}

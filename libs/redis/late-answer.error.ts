/** A peer that did not answer in time. */
export class LateAnswerError extends Error {
  constructor(ms: number) {
    super(`no answer within ${ms} ms`);
    this.name = 'LateAnswerError';
  }
}

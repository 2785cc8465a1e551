/** A peer that did not answer in time. */
export class ReplyTimeoutError extends Error {
  constructor(ms: number) {
    super(`no answer within ${ms} ms`);
    this.name = 'LateAnswerError';
  }
}

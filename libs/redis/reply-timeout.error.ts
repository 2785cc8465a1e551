/** A peer did not reply in time. */
export class ReplyTimeoutError extends Error {
  constructor(ms: number) {
    super(`no reply within ${ms} ms`);
    this.name = 'ReplyTimeoutError';
  }
}

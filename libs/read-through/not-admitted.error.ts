/**
 * This caller may not ask the source; another one may. A load throws it before it asks. It concerns
 * nobody who waits for the same answer: one of them asks next. `cause` says why.
 */
export class NotAdmittedError extends Error {
  constructor(options: ErrorOptions) {
    super('this caller may not ask the source', options);
    this.name = 'NotAdmittedError';
  }
}

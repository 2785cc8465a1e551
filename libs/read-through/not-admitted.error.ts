/**
 * This caller may not call the source; another one may. A load throws it before the call. Callers that
 * wait for the same load do not get it: one of them leads the next load. `cause` says why.
 */
export class NotAdmittedError extends Error {
  constructor(options: ErrorOptions) {
    super('this caller may not call the source', options);
    this.name = 'NotAdmittedError';
  }
}

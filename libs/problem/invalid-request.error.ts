import { CodedError, type Fault } from './coded.error.js';

/** The request cannot be understood; `faults` names each parameter and what is wrong with it. */
export class InvalidRequestError extends CodedError {
  readonly code = 'invalid-request';

  constructor(
    override readonly faults: readonly Fault[],
    message = 'The request has invalid parameters.',
  ) {
    super(message);
  }
}

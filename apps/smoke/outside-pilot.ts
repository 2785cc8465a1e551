import { expectHeader, expectProblem } from './expectations.js';
import type { Answer } from './check.js';

/** Whether the user is not in the pilot yet, which is not a fault of the API. */
export function isOutsidePilot({ status, body }: Answer): boolean {
  return status === 403 && body['type'] === '/problems/not-in-pilot';
}

/** The faults of a response to a user outside the pilot. */
export function outsidePilotFaults(answer: Answer): readonly string[] {
  return [
    ...expectProblem(answer, 403, 'not-in-pilot'),
    ...expectHeader(answer, 'retry-after', /^[1-9]\d*$/),
  ];
}

import { expectHeader, expectProblem } from './expectations.js';
import type { SmokeResponse } from './check.js';

/** Whether the user is not in the pilot yet, which is not a fault of the API. */
export function isOutsidePilot({ status, body }: SmokeResponse): boolean {
  return status === 403 && body['type'] === '/problems/not-in-pilot';
}

/** The faults of a response to a user outside the pilot. */
export function outsidePilotFaults(response: SmokeResponse): readonly string[] {
  return [
    ...expectProblem(response, 403, 'not-in-pilot'),
    ...expectHeader(response, 'retry-after', /^[1-9]\d*$/),
  ];
}

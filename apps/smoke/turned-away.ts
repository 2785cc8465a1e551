import { expectHeader, expectProblem } from './expectations.js';
import type { Answer } from './check.js';

/** Whether the pilot has not come to this user yet: no fault of the API. */
export function isTurnedAway({ status, body }: Answer): boolean {
  return status === 403 && body['type'] === '/problems/not-in-pilot';
}

/** What is wrong with how he is told. */
export function turnedAwayFaults(answer: Answer): readonly string[] {
  return [
    ...expectProblem(answer, 403, 'not-in-pilot'),
    ...expectHeader(answer, 'retry-after', /^[1-9]\d*$/),
  ];
}

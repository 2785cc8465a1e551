import type { SimulatedResponse } from '../../../packages/local-server/simulated-response.js';
import { uncacheableResponse } from '../../../packages/local-server/simulated-response.js';
import { legacyError, problemError, type RequestContext } from '../responses/error-responses.js';
import { FAULT_KINDS, type FaultEffect } from './fault-kinds.js';
import type { Fault } from './fault.js';
import { withValues } from '../../../packages/local-server/with-values.js';
import { withWrongTypes } from '../../../packages/local-server/wrong-types.js';

const REDIRECT_PATH = '/__simulator/redirected';

/** The response that a fault sends instead of the correct one. Connection faults do not change it. */
export function faultyResponse(
  fault: Fault,
  correct: SimulatedResponse,
  context: RequestContext,
): SimulatedResponse {
  const faultEffect: FaultEffect = FAULT_KINDS[fault.kind];
  switch (faultEffect.effect) {
    case 'error': {
      const make = faultEffect.dialect === 'legacy' ? legacyError : problemError;
      return { ...make(faultEffect.error, context), headers: retryAfter(fault) };
    }
    case 'body':
      return uncacheableResponse(faultEffect.status, faultEffect.type, faultEffect.body);
    case 'cut-json':
      return { ...correct, body: correct.body.slice(0, correct.body.length / 2) };
    case 'wrong-types':
      return {
        ...correct,
        body: JSON.stringify(withWrongTypes(JSON.parse(correct.body), fault.path)),
      };
    case 'values':
      return {
        ...correct,
        body: JSON.stringify(withValues(JSON.parse(correct.body), fault.values ?? {})),
      };
    case 'redirect':
      return {
        ...uncacheableResponse(302, 'text/html', ''),
        headers: { Location: fault.location ?? redirectTarget(context.url) },
      };
    case 'reset':
    case 'hang':
    case 'drip':
    case 'huge':
      return correct;
  }
}

function retryAfter({ retryAfterSeconds }: Fault): Record<string, string> {
  return retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) };
}

/** The same machine by another host name: a client that follows the redirect leaks its key. */
function redirectTarget({ hostname, port }: URL): string {
  const otherHost = hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return `http://${otherHost}:${port}${REDIRECT_PATH}`;
}

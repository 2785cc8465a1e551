import type { SimulatedResponse } from '../../../packages/local-server/answer.js';
import { plainAnswer } from '../../../packages/local-server/answer.js';
import { legacyError, problemError, type RequestContext } from '../answers/error-answers.js';
import { FAULT_KINDS, type Manifestation } from './fault-kinds.js';
import type { Fault } from './fault.js';
import { withWrongTypes } from '../../../packages/local-server/wrong-types.js';

const REDIRECT_PATH = '/__simulator/redirected';

/** The response that a fault sends instead of the correct one. Connection faults do not change it. */
export function faultyAnswer(
  fault: Fault,
  good: SimulatedResponse,
  asked: RequestContext,
): SimulatedResponse {
  const manifestation: Manifestation = FAULT_KINDS[fault.kind];
  switch (manifestation.shows) {
    case 'error': {
      const make = manifestation.dialect === 'legacy' ? legacyError : problemError;
      return { ...make(manifestation.error, asked), headers: retryAfter(fault) };
    }
    case 'body':
      return plainAnswer(manifestation.status, manifestation.type, manifestation.body);
    case 'cut-json':
      return { ...good, body: good.body.slice(0, good.body.length / 2) };
    case 'wrong-types':
      return { ...good, body: JSON.stringify(withWrongTypes(JSON.parse(good.body), fault.path)) };
    case 'redirect':
      return {
        ...plainAnswer(302, 'text/html', ''),
        headers: { Location: fault.location ?? elsewhere(asked.url) },
      };
    case 'reset':
    case 'hang':
    case 'drip':
    case 'huge':
      return good;
  }
}

function retryAfter({ retryAfterSeconds }: Fault): Record<string, string> {
  return retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) };
}

/** The same machine by another host name: a client that follows the redirect leaks its key. */
function elsewhere({ hostname, port }: URL): string {
  const stranger = hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return `http://${stranger}:${port}${REDIRECT_PATH}`;
}

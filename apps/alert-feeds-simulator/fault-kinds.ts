import type { SimulatedResponse } from '../../packages/local-server/simulated-response.js';
import { uncacheableResponse } from '../../packages/local-server/simulated-response.js';
import { withWrongTypes } from '../../packages/local-server/wrong-types.js';
import { page } from './feed-answer.js';

const JSON_TYPE = 'application/json';
type Fault = (correct: SimulatedResponse) => SimulatedResponse;

const always =
  (response: SimulatedResponse): Fault =>
  () =>
    response;

/** What a client sees instead of a correct response: errors of the feeds, of gateways and of broken releases. */
export const FAULT_KINDS = {
  '403': always(page(403, 'Forbidden')),
  '404-html': always(page(404, 'Not Found')),
  '429': always(uncacheableResponse(429, JSON_TYPE, '{"title":"Rate Limit"}')),
  '500': always(uncacheableResponse(500, JSON_TYPE, '{"title":"Unexpected Problem"}')),
  '503': always(page(503, 'Service Unavailable')),
  redirect: always({ ...page(301, 'Moved'), headers: { Location: 'http://localhost:1/' } }),
  'html-200': always(page(200, 'Welcome')),
  null: always(uncacheableResponse(200, JSON_TYPE, 'null')),
  'empty-array': always(uncacheableResponse(200, JSON_TYPE, '[]')),
  'cut-json': (correct) => ({ ...correct, body: correct.body.slice(0, correct.body.length / 2) }),
  'wrong-types': (correct) => ({
    ...correct,
    body: JSON.stringify(withWrongTypes(JSON.parse(correct.body))),
  }),
} as const satisfies Record<string, Fault>;

export type FaultKind = keyof typeof FAULT_KINDS;

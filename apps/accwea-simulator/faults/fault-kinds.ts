import { OUTSIDE_PLAN, UNAUTHORIZED, type ErrorText } from '../responses/error-responses.js';

/** What a client sees of a fault. */
export type FaultEffect =
  | { readonly effect: 'error'; readonly dialect: 'legacy' | 'problem'; readonly error: ErrorText }
  | {
      readonly effect: 'body';
      readonly status: number;
      readonly type: string;
      readonly body: string;
    }
  | { readonly effect: 'cut-json' | 'wrong-types' | 'values' }
  | { readonly effect: 'redirect' }
  | { readonly effect: 'reset' | 'hang' | 'drip' | 'huge' };

const JSON_TYPE = 'application/json; charset=utf-8';
const HTML_TYPE = 'text/html';
const QUOTA_SPENT = 'The allowed number of requests has been exceeded.';

const legacy = (status: number, code: string, message: string): FaultEffect => ({
  effect: 'error',
  dialect: 'legacy',
  error: { status, code, message },
});
const problem = (error: ErrorText): FaultEffect => ({
  effect: 'error',
  dialect: 'problem',
  error,
});
const body = (status: number, type: string, text: string): FaultEffect => ({
  effect: 'body',
  status,
  type,
  body: text,
});
const page = (title: string): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;

/** All faults: the error statuses of the vendor (facts, section 3) and those of a broken network or gateway. */
export const FAULT_KINDS = {
  '400': legacy(400, '400', 'Bad request'),
  '400-invalid-key': legacy(400, '400', 'Invalid location key: simulated'),
  '401-new': problem(UNAUTHORIZED),
  '401-legacy': legacy(401, 'Unauthorized', 'Api Authorization failed'),
  '403-plan': problem(OUTSIDE_PLAN),
  '403-enterprise': legacy(403, 'Unauthorized', 'Api Authorization failed'),
  '404': legacy(404, '404', 'Not Found'),
  '408': body(408, 'text/plain', ''),
  '429': problem({ status: 429, code: 'TooManyRequests', message: QUOTA_SPENT }),
  '500': legacy(500, 'InternalServerError', 'An unexpected error occurred.'),
  '502-html': body(502, HTML_TYPE, page('502 Bad Gateway')),
  '503-quota': legacy(503, 'ServiceUnavailable', QUOTA_SPENT),
  '503-plain': body(503, 'text/plain', 'Service Unavailable'),
  '504': body(504, HTML_TYPE, page('504 Gateway Time-out')),
  reset: { effect: 'reset' },
  hang: { effect: 'hang' },
  drip: { effect: 'drip' },
  'cut-json': { effect: 'cut-json' },
  'html-200': body(200, HTML_TYPE, page('Welcome')),
  null: body(200, JSON_TYPE, 'null'),
  true: body(200, JSON_TYPE, 'true'),
  'empty-array': body(200, JSON_TYPE, '[]'),
  'empty-body': body(200, JSON_TYPE, ''),
  'wrong-types': { effect: 'wrong-types' },
  values: { effect: 'values' },
  huge: { effect: 'huge' },
  redirect: { effect: 'redirect' },
} as const satisfies Record<string, FaultEffect>;

export type FaultKind = keyof typeof FAULT_KINDS;

export function isFaultKind(kind: unknown): kind is FaultKind {
  return typeof kind === 'string' && Object.hasOwn(FAULT_KINDS, kind);
}

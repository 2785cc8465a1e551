/** What a client sees of a fault. */
export type FaultEffect =
  | {
      readonly effect: 'body';
      readonly status: number;
      readonly type: string;
      readonly body: string;
    }
  | { readonly effect: 'cut-json' | 'wrong-types' | 'redirect' | 'refuse-auto-zone' }
  | { readonly effect: 'reset' | 'hang' | 'drip' | 'huge' };

const JSON_TYPE = 'application/json; charset=utf-8';
const HTML_TYPE = 'text/html';

const body = (status: number, type: string, text: string): FaultEffect => ({
  effect: 'body',
  status,
  type,
  body: text,
});
/** `{"error": true, "reason": "…"}`, the body of every error. */
export const errorBody = (status: number, reason: string): FaultEffect & { effect: 'body' } => ({
  effect: 'body',
  status,
  type: JSON_TYPE,
  body: JSON.stringify({ error: true, reason }),
});
const page = (title: string): string => `<html><body><h1>${title}</h1></body></html>`;
const limitExceeded = (limit: string, when: string): FaultEffect =>
  errorBody(429, `${limit} API request limit exceeded. Please try again ${when}.`);

/** All faults: the errors of the vendor and those of a broken network or gateway. */
export const FAULT_KINDS = {
  '400': errorBody(400, 'Invalid timezone'),
  '400-auto-zone': { effect: 'refuse-auto-zone' },
  '400-key': errorBody(400, 'The supplied API key is invalid.'),
  '401': errorBody(401, 'API key required. Please add &apikey= to the URL.'),
  '404': errorBody(404, 'Not Found'),
  '429-minutely': limitExceeded('Minutely', 'in one minute'),
  '429-hourly': limitExceeded('Hourly', 'in the next hour'),
  '429-daily': limitExceeded('Daily', 'tomorrow'),
  '429-concurrent': errorBody(429, 'Too many concurrent requests'),
  '500': errorBody(500, 'Internal Server Error'),
  '502-html': body(502, HTML_TYPE, page('502 Bad Gateway')),
  '503': body(503, 'text/plain', 'Service Unavailable'),
  'html-200': body(200, HTML_TYPE, page('Welcome')),
  nan: body(200, JSON_TYPE, '{"latitude":nan,"longitude":nan,"utc_offset_seconds":0}'),
  null: body(200, JSON_TYPE, 'null'),
  true: body(200, JSON_TYPE, 'true'),
  'empty-array': body(200, JSON_TYPE, '[]'),
  'empty-body': body(200, JSON_TYPE, ''),
  'cut-json': { effect: 'cut-json' },
  'wrong-types': { effect: 'wrong-types' },
  redirect: { effect: 'redirect' },
  reset: { effect: 'reset' },
  hang: { effect: 'hang' },
  drip: { effect: 'drip' },
  huge: { effect: 'huge' },
} as const satisfies Record<string, FaultEffect>;

export type FaultKind = keyof typeof FAULT_KINDS;

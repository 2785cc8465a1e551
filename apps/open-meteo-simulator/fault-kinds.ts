/** What is sent in place of the good answer, or what is done to it. */
export type Manifestation =
  | {
      readonly shows: 'body';
      readonly status: number;
      readonly type: string;
      readonly body: string;
    }
  | { readonly shows: 'cut-json' | 'wrong-types' | 'redirect' }
  | { readonly shows: 'reset' | 'hang' | 'drip' | 'huge' };

const JSON_TYPE = 'application/json; charset=utf-8';
const HTML_TYPE = 'text/html';

const body = (status: number, type: string, text: string): Manifestation => ({
  shows: 'body',
  status,
  type,
  body: text,
});
/** `{"error": true, "reason": "…"}`, as every refusal comes. */
export const refusal = (status: number, reason: string): Manifestation & { shows: 'body' } => ({
  shows: 'body',
  status,
  type: JSON_TYPE,
  body: JSON.stringify({ error: true, reason }),
});
const page = (title: string): string => `<html><body><h1>${title}</h1></body></html>`;
const spent = (limit: string, when: string): Manifestation =>
  refusal(429, `${limit} API request limit exceeded. Please try again ${when}.`);

/** Every way to fail: the vendor's own refusals, and what a broken network or gateway adds. */
export const FAULT_KINDS = {
  '400': refusal(400, 'Invalid timezone'),
  '400-key': refusal(400, 'The supplied API key is invalid.'),
  '401': refusal(401, 'API key required. Please add &apikey= to the URL.'),
  '404': refusal(404, 'Not Found'),
  '429-minutely': spent('Minutely', 'in one minute'),
  '429-hourly': spent('Hourly', 'in the next hour'),
  '429-daily': spent('Daily', 'tomorrow'),
  '429-concurrent': refusal(429, 'Too many concurrent requests'),
  '500': refusal(500, 'Internal Server Error'),
  '502-html': body(502, HTML_TYPE, page('502 Bad Gateway')),
  '503': body(503, 'text/plain', 'Service Unavailable'),
  'html-200': body(200, HTML_TYPE, page('Welcome')),
  nan: body(200, JSON_TYPE, '{"latitude":nan,"longitude":nan,"utc_offset_seconds":0}'),
  null: body(200, JSON_TYPE, 'null'),
  true: body(200, JSON_TYPE, 'true'),
  'empty-array': body(200, JSON_TYPE, '[]'),
  'empty-body': body(200, JSON_TYPE, ''),
  'cut-json': { shows: 'cut-json' },
  'wrong-types': { shows: 'wrong-types' },
  redirect: { shows: 'redirect' },
  reset: { shows: 'reset' },
  hang: { shows: 'hang' },
  drip: { shows: 'drip' },
  huge: { shows: 'huge' },
} as const satisfies Record<string, Manifestation>;

export type FaultKind = keyof typeof FAULT_KINDS;

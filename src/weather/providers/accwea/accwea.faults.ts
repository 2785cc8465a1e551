import { ProviderError, type ProviderFault } from '../provider.error.js';
import { isRecord, textOrNull } from '../upstream/json.js';
import type { ErrorResponse } from '../upstream/error-response.js';

export interface Rule {
  /** Absent = any error status. */
  readonly status?: number;
  /** Matched against `Code` and `Message` of the body; absent = any body. */
  readonly pattern?: RegExp;
  readonly fault: ProviderFault;
  /** Cooldown when the response has no `Retry-After`. */
  readonly cooldownMs?: number;
}

const QUOTA_TEXT = /allowed number of requests/i;
const QUOTA_COOLDOWN_MS = 15 * 60 * 1000;

/**
 * Maps error responses to faults; the first match wins. The status alone is ambiguous: quota is 503 in
 * the old format and 429 in the new one, a bad key is 401 or, for enterprise contracts, 403.
 */
const RULES: readonly Rule[] = [
  {
    status: 503,
    pattern: QUOTA_TEXT,
    fault: 'quota',
    cooldownMs: QUOTA_COOLDOWN_MS,
  },
  { pattern: QUOTA_TEXT, fault: 'quota' },
  { status: 400, pattern: /invalid location key/i, fault: 'unknown-place' },
  { status: 400, fault: 'rejected' },
  { status: 401, fault: 'unauthorized' },
  { status: 403, pattern: /unauthorized|authorization failed/i, fault: 'unauthorized' },
  { status: 403, fault: 'forbidden' },
  { status: 408, fault: 'timeout' },
  { status: 429, fault: 'quota' },
];

/**
 * MinuteCast is a product with a quota of its own, and takes a position: a 400 says that it is not covered
 * (the vendor's "best practices").
 */
export const MINUTECAST_RULES: readonly Rule[] = [
  { status: 400, fault: 'not-covered' },
  {
    status: 503,
    pattern: QUOTA_TEXT,
    fault: 'product-quota',
    cooldownMs: QUOTA_COOLDOWN_MS,
  },
  { pattern: QUOTA_TEXT, fault: 'product-quota' },
  { status: 429, fault: 'product-quota' },
];

/**
 * Classifies an error response. The message contains the status only: bodies quote the URL with the key.
 * @param ownRules of the request, before those of every request
 */
export function toProviderError(
  { status, body, retryAfterMs }: ErrorResponse,
  ownRules: readonly Rule[] = [],
): ProviderError {
  const text = isRecord(body) ? `${textOrNull(body['Code'])} ${textOrNull(body['Message'])}` : '';
  const rule = [...ownRules, ...RULES].find(
    (one) => (one.status ?? status) === status && (one.pattern?.test(text) ?? true),
  );
  const fault = rule?.fault ?? (status >= 500 ? 'failing' : 'malformed');
  return new ProviderError(fault, `status ${status}`, retryAfterMs ?? rule?.cooldownMs);
}

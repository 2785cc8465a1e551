import { ProviderError, type ProviderFault } from '../provider.error.js';
import { isRecord } from '../upstream/json.js';
import type { ErrorResponse } from '../upstream/error-response.js';

interface Rule {
  readonly status: number;
  /** Looked for in the body's `reason`, in any case; absent = any body. */
  readonly pattern?: RegExp;
  readonly fault: ProviderFault;
  /** How long to leave it alone, when the answer's headers do not say. */
  readonly cooldownMs?: (nowMs: number) => number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Which refusal means what; the first that fits. Errors come as `{"error": true, "reason": "…"}`. */
const RULES: readonly Rule[] = [
  { status: 400, pattern: /api key is invalid/i, fault: 'unauthorized' },
  { status: 400, fault: 'rejected' },
  { status: 401, fault: 'unauthorized' },
  { status: 403, fault: 'forbidden' },
  { status: 408, fault: 'timeout' },
  { status: 429, pattern: /minutely/i, fault: 'quota', cooldownMs: () => MINUTE_MS },
  {
    status: 429,
    pattern: /hourly/i,
    fault: 'quota',
    cooldownMs: (nowMs) => untilNext(HOUR_MS, nowMs),
  },
  {
    status: 429,
    pattern: /daily/i,
    fault: 'quota',
    cooldownMs: (nowMs) => untilNext(DAY_MS, nowMs),
  },
  { status: 429, fault: 'quota' },
];

/** Names a refusal. The message carries the status only: a reason may quote the position. */
export function toProviderError(refusal: ErrorResponse, nowMs: number): ProviderError {
  const { status, body, retryAfterMs } = refusal;
  const reason = isRecord(body) && typeof body['reason'] === 'string' ? body['reason'] : '';
  const rule = RULES.find((one) => one.status === status && (one.pattern?.test(reason) ?? true));
  const fault = rule?.fault ?? (status >= 500 ? 'failing' : 'malformed');
  return new ProviderError(fault, `status ${status}`, retryAfterMs ?? rule?.cooldownMs?.(nowMs));
}

/**
 * The vendor's counters begin anew with the hour and the day of UTC, within the minute that follows.
 * At most an hour is waited, so that a larger plan is noticed before tomorrow.
 */
function untilNext(periodMs: number, nowMs: number): number {
  return Math.min(periodMs - (nowMs % periodMs) + MINUTE_MS, HOUR_MS);
}

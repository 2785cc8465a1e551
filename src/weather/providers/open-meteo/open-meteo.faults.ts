import { ProviderError, type ProviderFault } from '../provider.error.js';
import { InvalidTimeZoneError } from './invalid-time-zone.error.js';
import { isRecord } from '../upstream/json.js';
import type { ErrorResponse } from '../upstream/error-response.js';

interface Rule {
  readonly status: number;
  /** Matched against `reason` of the body; absent = any body. */
  readonly pattern?: RegExp;
  readonly fault: ProviderFault;
  /** Cooldown when the response has no `Retry-After`. */
  readonly cooldownMs?: (nowMs: number) => number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Maps error responses `{"error": true, "reason": "…"}` to faults; the first match wins. */
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

const INVALID_ZONE = /invalid time ?zone/i;

/** Classifies an error response. The message contains the status only: a reason may quote the position. */
export function toProviderError(response: ErrorResponse, nowMs: number): ProviderError {
  const { status, body, retryAfterMs } = response;
  const reason = isRecord(body) && typeof body['reason'] === 'string' ? body['reason'] : '';
  if (status === 400 && INVALID_ZONE.test(reason)) {
    return new InvalidTimeZoneError(`status ${status}: invalid time zone`);
  }
  const rule = RULES.find((one) => one.status === status && (one.pattern?.test(reason) ?? true));
  const fault = rule?.fault ?? (status >= 500 ? 'failing' : 'malformed');
  return new ProviderError(fault, `status ${status}`, retryAfterMs ?? rule?.cooldownMs?.(nowMs));
}

/**
 * The vendor resets its counters within a minute of each UTC hour and day. Waits at most an hour, so that
 * a larger plan is noticed the same day.
 */
function untilNext(periodMs: number, nowMs: number): number {
  return Math.min(periodMs - (nowMs % periodMs) + MINUTE_MS, HOUR_MS);
}

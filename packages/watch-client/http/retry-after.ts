import type { ResponseHeaders } from './fetch.js';

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;

/**
 * `Retry-After` (RFC 9110 section 10.2.3), seconds or a date, as milliseconds from now; at most a day;
 * null when it is missing or invalid.
 */
export function retryAfterMs(headers: ResponseHeaders, nowMs: number): number | null {
  const field = headers.get('retry-after')?.trim();
  if (!field) return null;
  const ms = /^\d+$/.test(field) ? Number(field) * SECOND_MS : Date.parse(field) - nowMs;
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, SECOND_MS), DAY_MS);
}

import type { UpstreamRequest } from './upstream-request.js';

const KIB = 1_024;

/** The largest decompressed body of each operation: several times the largest that providers send. */
export const RESPONSE_LIMIT_BYTES: Readonly<Record<UpstreamRequest<unknown>['operation'], number>> =
  {
    place: 128 * KIB,
    conditions: 128 * KIB,
    minutely: 128 * KIB,
    hourly: 512 * KIB,
    daily: 512 * KIB,
    // Each area of an alert repeats its text.
    alerts: 1_024 * KIB,
  };

/** What a connection reads at most, compressed or not. */
export const LARGEST_RESPONSE_BYTES = Math.max(...Object.values(RESPONSE_LIMIT_BYTES));

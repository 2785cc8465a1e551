import { FailurePolicy, type FailureRule } from '@app/resilience/failure-policy.js';
import type { ProviderFault } from '../provider.error.js';

const SECONDS = 1_000;
const MINUTES = 60 * SECONDS;
const DAYS = 24 * 60 * MINUTES;

/** The consequences of each fault for the following calls (ADR 0010). */
const TABLE: Readonly<Record<ProviderFault, FailureRule>> = {
  // Every call fails until the key is replaced: one call per five minutes probes the key.
  unauthorized: {
    retry: false,
    trips: false,
    cooldown: { scope: 'key', initialMs: 5 * MINUTES, maxMs: 5 * MINUTES, maxRetryAfterMs: 0 },
  },
  quota: {
    retry: false,
    trips: false,
    cooldown: { scope: 'source', initialMs: MINUTES, maxMs: 15 * MINUTES, maxRetryAfterMs: DAYS },
  },
  failing: {
    retry: true,
    trips: true,
    cooldown: { scope: 'lane', initialMs: 0, maxMs: 15 * MINUTES, maxRetryAfterMs: 15 * MINUTES },
  },
  network: { retry: true, trips: true },
  timeout: { retry: false, trips: true },
  malformed: { retry: false, trips: true },
  forbidden: { retry: false, trips: false },
  rejected: { retry: false, trips: false },
  'unknown-place': { retry: false, trips: false },
};

/** Keyed by provider fault; other errors do not affect the provider's state. */
export const FAILURE_POLICY = new FailurePolicy(TABLE);

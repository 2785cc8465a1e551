import { FailurePolicy, type FailureRule } from '@app/resilience/failure-policy.js';
import type { ProviderFault } from '../provider.error.js';

const SECONDS = 1_000;
const MINUTES = 60 * SECONDS;
const DAYS = 24 * 60 * MINUTES;

/** What follows from a provider's fault, for the calls after it (DESIGN section 5, "Upstream"). */
const TABLE: Readonly<Record<ProviderFault, FailureRule>> = {
  // Nothing works until somebody changes the key: one call in five minutes looks whether it does.
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

/** By a provider's fault; whatever else fails is no news of the provider. */
export const FAILURE_POLICY = new FailurePolicy(TABLE);

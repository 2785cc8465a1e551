import { Consequences, type Consequence } from '@app/resilience/consequences.js';
import type { ProviderFault } from '../provider.error.js';

const SECONDS = 1_000;
const MINUTES = 60 * SECONDS;
const DAYS = 24 * 60 * MINUTES;

/** What follows from a provider's fault, for the calls after it (DESIGN section 5, "Upstream"). */
const TABLE: Readonly<Record<ProviderFault, Consequence>> = {
  // Nothing works until somebody changes the key: one call in five minutes looks whether it does.
  unauthorized: {
    retry: false,
    trips: false,
    pause: { scope: 'key', firstMs: 5 * MINUTES, longestMs: 5 * MINUTES, toldUpToMs: 0 },
  },
  quota: {
    retry: false,
    trips: false,
    pause: { scope: 'source', firstMs: MINUTES, longestMs: 15 * MINUTES, toldUpToMs: DAYS },
  },
  failing: {
    retry: true,
    trips: true,
    pause: { scope: 'lane', firstMs: 0, longestMs: 15 * MINUTES, toldUpToMs: 15 * MINUTES },
  },
  network: { retry: true, trips: true },
  timeout: { retry: false, trips: true },
  malformed: { retry: false, trips: true },
  forbidden: { retry: false, trips: false },
  rejected: { retry: false, trips: false },
  'unknown-place': { retry: false, trips: false },
};

/** By a provider's fault; whatever else fails is no news of the provider. */
export const CONSEQUENCES = new Consequences(TABLE);

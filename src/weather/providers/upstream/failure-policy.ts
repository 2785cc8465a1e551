import {
  FailurePolicy,
  type CooldownRule,
  type FailureRule,
} from '@app/resilience/failure-policy.js';
import type { ProviderFault } from '../provider.error.js';

const SECONDS = 1_000;
const MINUTES = 60 * SECONDS;
const HOURS = 60 * MINUTES;
const DAYS = 24 * HOURS;

type Duration = Pick<CooldownRule, 'initialMs' | 'maxMs'>;

/** One place, or one cell of a search, is left alone. */
const item = (duration: Duration, afterFailures = 1): CooldownRule => ({
  scope: 'item',
  afterFailures,
  ...duration,
  maxRetryAfterMs: 0,
});

/** An operation that fails for this many different places in a row is down, not the places. */
const BREAKER: CooldownRule = {
  scope: 'operation',
  isBreaker: true,
  afterFailures: 5,
  initialMs: 2 * SECONDS,
  maxMs: 30 * SECONDS,
  maxRetryAfterMs: 0,
};

/** Only when the provider says for how long. */
const AS_LONG_AS_IT_SAYS = {
  initialMs: 0,
  maxMs: 15 * MINUTES,
  maxRetryAfterMs: 15 * MINUTES,
} as const;

/** A place that fails this often while others work. */
const FAILING_ITEM = item({ initialMs: 2 * SECONDS, maxMs: 30 * SECONDS }, 5);

/** Short at first: a single refusal may be an incident. */
const REFUSED_ITEM = item({ initialMs: MINUTES, maxMs: 6 * HOURS });

/** A plan without the operation; short at first, to notice an upgraded plan or the end of an incident. */
const EXCLUDED_OPERATION: CooldownRule = {
  scope: 'operation',
  afterFailures: 5,
  initialMs: 5 * MINUTES,
  maxMs: DAYS,
  maxRetryAfterMs: 0,
};

/** Whether a failure concerns a place, an operation or the provider, and for how long (ADR 0018). */
const TABLE: Readonly<Record<ProviderFault, FailureRule>> = {
  unauthorized: {
    kind: 'refusal',
    retry: false,
    cooldowns: [
      REFUSED_ITEM,
      EXCLUDED_OPERATION,
      // Every call fails until the key is replaced: one call per five minutes probes it.
      {
        scope: 'credential',
        afterFailures: 1,
        initialMs: 5 * MINUTES,
        maxMs: 5 * MINUTES,
        maxRetryAfterMs: 0,
      },
    ],
  },
  forbidden: {
    kind: 'refusal',
    retry: false,
    cooldowns: [REFUSED_ITEM, EXCLUDED_OPERATION],
  },
  quota: {
    kind: 'answer',
    retry: false,
    cooldowns: [
      {
        scope: 'source',
        afterFailures: 1,
        initialMs: MINUTES,
        maxMs: 15 * MINUTES,
        maxRetryAfterMs: DAYS,
      },
    ],
  },
  'product-quota': {
    kind: 'answer',
    retry: false,
    cooldowns: [
      {
        scope: 'operation',
        afterFailures: 1,
        initialMs: MINUTES,
        maxMs: 15 * MINUTES,
        maxRetryAfterMs: DAYS,
      },
    ],
  },
  // A record remembers it.
  'not-covered': { kind: 'answer', retry: false, cooldowns: [] },
  failing: {
    kind: 'failure',
    retry: true,
    cooldowns: [
      FAILING_ITEM,
      BREAKER,
      { scope: 'item', afterFailures: 1, ...AS_LONG_AS_IT_SAYS },
      // The provider may have said it because of the place.
      { scope: 'operation', afterFailures: 2, ...AS_LONG_AS_IT_SAYS },
    ],
  },
  network: { kind: 'failure', retry: true, cooldowns: [FAILING_ITEM, BREAKER] },
  timeout: { kind: 'failure', retry: false, cooldowns: [FAILING_ITEM, BREAKER] },
  malformed: {
    kind: 'failure',
    retry: false,
    cooldowns: [item({ initialMs: 5 * SECONDS, maxMs: 10 * MINUTES }), BREAKER],
  },
  rejected: {
    kind: 'answer',
    retry: false,
    cooldowns: [REFUSED_ITEM],
  },
  'unknown-place': {
    kind: 'answer',
    retry: false,
    cooldowns: [item({ initialMs: 10 * MINUTES, maxMs: 10 * MINUTES })],
  },
};

/** Keyed by provider fault; other errors do not affect the provider's state. */
export const FAILURE_POLICY = new FailurePolicy(TABLE);

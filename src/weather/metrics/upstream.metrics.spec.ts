import { beforeEach, describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { GuardEvents } from '@app/resilience/guard-events.js';
import type { GuardSnapshot } from '@app/resilience/guard-snapshot.js';
import type { UpstreamClients } from '../providers/upstream/upstream-clients.js';
import { UpstreamMetrics } from './upstream.metrics.js';

const CALL = { source: 'accwea', operation: 'daily' } as const;
const OF = 'provider="accwea",dataset="daily"';
const NO_COOLDOWNS = { source: 0, operation: 0, credential: 0, item: 0 };

let registry: Registry;
let events: GuardEvents;
let guard: GuardSnapshot;

beforeEach(() => {
  registry = new Registry();
  events = new GuardEvents();
  guard = { operations: new Map(), cooldowns: NO_COOLDOWNS };
  const clients = { snapshot: () => new Map([['accwea', guard]]) };
  void new UpstreamMetrics(registry, events, clients as unknown as UpstreamClients);
});

const lines = async (): Promise<string[]> => (await registry.metrics()).split('\n');

describe('UpstreamMetrics', () => {
  it('counts and times each call by outcome', async () => {
    events.emit({ ...CALL, name: 'answered', durationMs: 120 });
    events.emit({ ...CALL, name: 'failed', code: 'timeout', cause: 'x', durationMs: 2_000 });

    expect(await lines()).toEqual(
      expect.arrayContaining([
        `mfapi_upstream_calls_total{${OF},outcome="ok"} 1`,
        `mfapi_upstream_calls_total{${OF},outcome="timeout"} 1`,
        `mfapi_upstream_call_duration_seconds_sum{${OF}} 2.12`,
      ]),
    );
  });

  it('counts retries and overloads', async () => {
    events.emit({ ...CALL, name: 'retried' });
    events.emit({ ...CALL, name: 'overloaded' });

    expect(await lines()).toContain(`mfapi_upstream_retries_total{${OF}} 1`);
    expect(await lines()).toContain(`mfapi_upstream_overloads_total{${OF}} 1`);
  });

  it('initializes retries and overloads to 0 on the first call, so that a rate sees the first increase', async () => {
    events.emit({ ...CALL, name: 'answered', durationMs: 120 });

    expect(await lines()).toContain(`mfapi_upstream_retries_total{${OF}} 0`);
    expect(await lines()).toContain(`mfapi_upstream_overloads_total{${OF}} 0`);
  });

  it('initializes the failures after which no pod calls to 0 on the first call, so that an increase sees a single one', async () => {
    events.emit({ ...CALL, name: 'answered', durationMs: 120 });

    for (const outcome of ['unauthorized', 'quota', 'product-quota']) {
      expect(await lines()).toContain(`mfapi_upstream_calls_total{${OF},outcome="${outcome}"} 0`);
    }
  });

  it('reports the breaker state as one of three states', async () => {
    const operation = { breaker: 'open', running: 2, waiting: 5, limit: 32 } as const;
    guard = { ...guard, operations: new Map([['daily', operation]]) };
    expect(await lines()).toEqual(
      expect.arrayContaining([
        `mfapi_upstream_breaker_state{${OF},state="open"} 1`,
        `mfapi_upstream_breaker_state{${OF},state="closed"} 0`,
        `mfapi_upstream_calls_pending{${OF},state="waiting"} 5`,
        `mfapi_upstream_calls_limit{${OF}} 32`,
      ]),
    );

    guard = { ...guard, operations: new Map([['daily', { ...operation, breaker: 'closed' }]]) };
    expect(await lines()).toContain(`mfapi_upstream_breaker_state{${OF},state="open"} 0`);
  });

  it.each([
    ['credential', 'key'],
    ['operation', 'lane'],
    ['source', 'source'],
    ['item', 'item'],
  ])('reports the number of cooldowns of scope %s as %s', async (scope, label) => {
    guard = { ...guard, cooldowns: { ...NO_COOLDOWNS, [scope]: 3 } };
    expect(await lines()).toContain(`mfapi_upstream_pauses{provider="accwea",scope="${label}"} 3`);

    guard = { ...guard, cooldowns: NO_COOLDOWNS };
    expect(await lines()).toContain(`mfapi_upstream_pauses{provider="accwea",scope="${label}"} 0`);
  });
});

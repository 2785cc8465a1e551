import { beforeEach, describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import type { GuardSnapshot } from '@app/resilience/call-guard.js';
import { GuardEvents } from '@app/resilience/guard-events.js';
import type { UpstreamClients } from '../providers/upstream/upstream-clients.js';
import { UpstreamMetrics } from './upstream.metrics.js';

const CALL = { source: 'accwea', lane: 'daily' } as const;
const OF = 'provider="accwea",dataset="daily"';
const PAUSE = { reason: 'unauthorized', untilMs: 1, periodMs: 1, longestMs: 1 };

let registry: Registry;
let events: GuardEvents;
let guard: GuardSnapshot;

beforeEach(() => {
  registry = new Registry();
  events = new GuardEvents();
  guard = { lanes: new Map(), pauses: new Map() };
  const clients = { snapshot: () => new Map([['accwea', guard]]) };
  void new UpstreamMetrics(registry, events, clients as unknown as UpstreamClients);
});

const lines = async (): Promise<string[]> => (await registry.metrics()).split('\n');

describe('metrics of what providers are asked', () => {
  it('count and time each call, and say how it ended', async () => {
    events.report({ ...CALL, name: 'answered', durationMs: 120 });
    events.report({ ...CALL, name: 'failed', code: 'timeout', cause: 'x', durationMs: 2_000 });

    expect(await lines()).toEqual(
      expect.arrayContaining([
        `mfapi_upstream_calls_total{${OF},outcome="ok"} 1`,
        `mfapi_upstream_calls_total{${OF},outcome="timeout"} 1`,
        `mfapi_upstream_call_duration_seconds_sum{${OF}} 2.12`,
      ]),
    );
  });

  it('count second attempts, and calls that were too many at once', async () => {
    events.report({ ...CALL, name: 'retried' });
    events.report({ ...CALL, name: 'overloaded' });

    expect(await lines()).toContain(`mfapi_upstream_retries_total{${OF}} 1`);
    expect(await lines()).toContain(`mfapi_upstream_overloads_total{${OF}} 1`);
  });

  it('begin those at 0 with the first call, so that the first of them is a rise', async () => {
    events.report({ ...CALL, name: 'answered', durationMs: 120 });

    expect(await lines()).toContain(`mfapi_upstream_retries_total{${OF}} 0`);
    expect(await lines()).toContain(`mfapi_upstream_overloads_total{${OF}} 0`);
  });

  it('show a breaker that opens and closes as one of three states', async () => {
    const lane = { breaker: 'open', running: 2, waiting: 5 } as const;
    guard = { ...guard, lanes: new Map([['daily', lane]]) };
    expect(await lines()).toEqual(
      expect.arrayContaining([
        `mfapi_upstream_breaker_state{${OF},state="open"} 1`,
        `mfapi_upstream_breaker_state{${OF},state="closed"} 0`,
        `mfapi_upstream_calls_pending{${OF},state="waiting"} 5`,
      ]),
    );

    guard = { ...guard, lanes: new Map([['daily', { ...lane, breaker: 'closed' }]]) };
    expect(await lines()).toContain(`mfapi_upstream_breaker_state{${OF},state="open"} 0`);
  });

  it('show that our key is refused, without telling the key apart from another', async () => {
    guard = { ...guard, pauses: new Map([['key:0123456789ab', PAUSE]]) };
    expect(await lines()).toContain('mfapi_upstream_pauses{provider="accwea",scope="key"} 1');
    expect(await registry.metrics()).not.toContain('0123456789ab');

    guard = { ...guard, pauses: new Map() };
    expect(await lines()).toContain('mfapi_upstream_pauses{provider="accwea",scope="key"} 0');
  });
});

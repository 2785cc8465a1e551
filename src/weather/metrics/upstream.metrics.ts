import { Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { Distribution } from '@app/observability/metrics/distribution.js';
import { Tally } from '@app/observability/metrics/tally.js';
import { GuardEvents, type BreakerState, type GuardEvent } from '@app/resilience/guard-events.js';
import { scopeOf, type PauseScope } from '@app/resilience/pauses/pause.js';
import { UpstreamClients } from '../providers/upstream/upstream-clients.js';

const LABELS = ['provider', 'dataset'] as const;
const BUCKETS_SECONDS = [0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 3];
const BREAKER_STATES: readonly BreakerState[] = ['closed', 'half-open', 'open'];
const SCOPES: readonly PauseScope[] = ['source', 'lane', 'key'];

/** What the providers are asked and how they answer, and whether they may be asked. */
@Injectable()
export class UpstreamMetrics {
  private readonly calls;
  private readonly retries;
  private readonly overloads;
  private readonly durations;

  constructor(
    private readonly registry: Registry,
    events: GuardEvents,
    private readonly clients: UpstreamClients,
  ) {
    this.calls = new Tally(registry, {
      name: 'mfapi_upstream_calls_total',
      help: 'Calls made, each of them paid for: ok, or why it failed.',
      labelNames: [...LABELS, 'outcome'],
    });
    this.retries = new Tally(registry, {
      name: 'mfapi_upstream_retries_total',
      help: 'Calls among them that were second attempts.',
      labelNames: LABELS,
    });
    this.overloads = new Tally(registry, {
      name: 'mfapi_upstream_overloads_total',
      help: 'Calls not made because too many were under way.',
      labelNames: LABELS,
    });
    this.durations = new Distribution(registry, {
      name: 'mfapi_upstream_call_duration_seconds',
      help: 'How long a provider takes to answer, or to fail.',
      labelNames: LABELS,
      buckets: BUCKETS_SECONDS,
    });
    this.showBreakers();
    this.showPauses();
    this.showRunning();
    events.listen((event) => this.take(event));
  }

  private take(event: GuardEvent): void {
    switch (event.name) {
      case 'answered':
        return this.takeCall(event, 'ok');
      case 'failed':
        return this.takeCall(event, event.code);
      case 'retried':
        return this.retries.add(event.source, event.lane);
      case 'overloaded':
        return this.overloads.add(event.source, event.lane);
      case 'breaker':
      case 'paused':
      case 'resumed':
        // Their states are read when somebody looks.
        return undefined;
    }
  }

  private takeCall(
    { source, lane, durationMs }: GuardEvent & { lane: string; durationMs: number },
    outcome: string,
  ): void {
    // From 0 on with the first call, or the first of them would be no rise.
    this.retries.of(source, lane);
    this.overloads.of(source, lane);
    this.calls.add(source, lane, outcome);
    this.durations.of(source, lane).observe(durationMs / 1_000);
  }

  private showBreakers(): void {
    const { clients } = this;
    this.registry.registerMetric(
      new Gauge({
        name: 'mfapi_upstream_breaker_state',
        help: '1 for the state that the breaker of a provider and dataset is in.',
        labelNames: [...LABELS, 'state'],
        registers: [],
        collect() {
          for (const [provider, { lanes }] of clients.snapshot()) {
            for (const [dataset, { breaker }] of lanes) {
              for (const state of BREAKER_STATES) {
                this.set({ provider, dataset, state }, state === breaker ? 1 : 0);
              }
            }
          }
        },
      }),
    );
  }

  private showPauses(): void {
    const { clients } = this;
    this.registry.registerMetric(
      new Gauge({
        name: 'mfapi_upstream_pauses',
        help: 'Pauses in force, of the whole provider (source), a dataset (lane), or our key.',
        labelNames: ['provider', 'scope'],
        registers: [],
        collect() {
          for (const [provider, { pauses }] of clients.snapshot()) {
            const names = [...pauses.keys()];
            for (const scope of SCOPES) {
              this.set({ provider, scope }, names.filter((name) => scopeOf(name) === scope).length);
            }
          }
        },
      }),
    );
  }

  private showRunning(): void {
    const { clients } = this;
    this.registry.registerMetric(
      new Gauge({
        name: 'mfapi_upstream_calls_pending',
        help: 'Calls under way (running), or waiting for their turn (waiting).',
        labelNames: [...LABELS, 'state'],
        registers: [],
        collect() {
          for (const [provider, { lanes }] of clients.snapshot()) {
            for (const [dataset, { running, waiting }] of lanes) {
              this.set({ provider, dataset, state: 'running' }, running);
              this.set({ provider, dataset, state: 'waiting' }, waiting);
            }
          }
        },
      }),
    );
  }
}

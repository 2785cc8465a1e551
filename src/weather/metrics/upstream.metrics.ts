import { Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { LabelledHistogram } from '@app/observability/metrics/labelled-histogram.js';
import { LabelledCounter } from '@app/observability/metrics/labelled-counter.js';
import { GuardEvents, type BreakerState, type GuardEvent } from '@app/resilience/guard-events.js';
import { scopeOf, type CooldownScope } from '@app/resilience/cooldowns/cooldown.js';
import { UpstreamClients } from '../providers/upstream/upstream-clients.js';

const LABELS = ['provider', 'dataset'] as const;
const BUCKETS_SECONDS = [0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 3];
const BREAKER_STATES: readonly BreakerState[] = ['closed', 'half-open', 'open'];
const SCOPES: readonly CooldownScope[] = ['source', 'lane', 'key'];

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
    this.calls = new LabelledCounter(registry, {
      name: 'mfapi_upstream_calls_total',
      help: 'Calls made, each of them paid for: ok, or why it failed.',
      labelNames: [...LABELS, 'outcome'],
    });
    this.retries = new LabelledCounter(registry, {
      name: 'mfapi_upstream_retries_total',
      help: 'Calls among them that were second attempts.',
      labelNames: LABELS,
    });
    this.overloads = new LabelledCounter(registry, {
      name: 'mfapi_upstream_overloads_total',
      help: 'Calls not made because too many were under way.',
      labelNames: LABELS,
    });
    this.durations = new LabelledHistogram(registry, {
      name: 'mfapi_upstream_call_duration_seconds',
      help: 'How long a provider takes to answer, or to fail.',
      labelNames: LABELS,
      buckets: BUCKETS_SECONDS,
    });
    this.registerBreakers();
    this.registerCooldowns();
    this.registerPendingCalls();
    events.on((event) => this.record(event));
  }

  private record(event: GuardEvent): void {
    switch (event.name) {
      case 'answered':
        return this.recordCall(event, 'ok');
      case 'failed':
        return this.recordCall(event, event.code);
      case 'retried':
        return this.retries.inc(event.source, event.operation);
      case 'overloaded':
        return this.overloads.inc(event.source, event.operation);
      case 'breaker':
      case 'paused':
      case 'resumed':
        // Their states are read when somebody looks.
        return undefined;
    }
  }

  private recordCall(
    { source, operation, durationMs }: GuardEvent & { operation: string; durationMs: number },
    outcome: string,
  ): void {
    // From 0 on with the first call, or the first of them would be no rise.
    this.retries.series(source, operation);
    this.overloads.series(source, operation);
    this.calls.inc(source, operation, outcome);
    this.durations.series(source, operation).observe(durationMs / 1_000);
  }

  private registerBreakers(): void {
    const { clients } = this;
    this.registry.registerMetric(
      new Gauge({
        name: 'mfapi_upstream_breaker_state',
        help: '1 for the state that the breaker of a provider and dataset is in.',
        labelNames: [...LABELS, 'state'],
        registers: [],
        collect() {
          for (const [provider, { operations }] of clients.snapshot()) {
            for (const [dataset, { breaker }] of operations) {
              for (const state of BREAKER_STATES) {
                this.set({ provider, dataset, state }, state === breaker ? 1 : 0);
              }
            }
          }
        },
      }),
    );
  }

  private registerCooldowns(): void {
    const { clients } = this;
    this.registry.registerMetric(
      new Gauge({
        name: 'mfapi_upstream_pauses',
        help: 'Pauses in force, of the whole provider (source), a dataset (lane), or our key.',
        labelNames: ['provider', 'scope'],
        registers: [],
        collect() {
          for (const [provider, { cooldowns }] of clients.snapshot()) {
            const names = [...cooldowns.keys()];
            for (const scope of SCOPES) {
              this.set({ provider, scope }, names.filter((name) => scopeOf(name) === scope).length);
            }
          }
        },
      }),
    );
  }

  private registerPendingCalls(): void {
    const { clients } = this;
    this.registry.registerMetric(
      new Gauge({
        name: 'mfapi_upstream_calls_pending',
        help: 'Calls under way (running), or waiting for their turn (waiting).',
        labelNames: [...LABELS, 'state'],
        registers: [],
        collect() {
          for (const [provider, { operations }] of clients.snapshot()) {
            for (const [dataset, { running, waiting }] of operations) {
              this.set({ provider, dataset, state: 'running' }, running);
              this.set({ provider, dataset, state: 'waiting' }, waiting);
            }
          }
        },
      }),
    );
  }
}

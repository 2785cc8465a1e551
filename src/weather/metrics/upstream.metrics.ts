import { Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { LabelledHistogram } from '@app/observability/metrics/labelled-histogram.js';
import { LabelledCounter } from '@app/observability/metrics/labelled-counter.js';
import type { CooldownScope } from '@app/resilience/cooldowns/cooldown.js';
import { GuardEvents, type GuardEvent } from '@app/resilience/guard-events.js';
import type { BreakerState } from '@app/resilience/guard-snapshot.js';
import type { ProviderFault } from '../providers/provider.error.js';
import { UpstreamClients } from '../providers/upstream/upstream-clients.js';

const LABELS = ['provider', 'dataset'] as const;
const BUCKETS_SECONDS = [0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 3];
const BREAKER_STATES: readonly BreakerState[] = ['closed', 'half-open', 'open'];
/** Failures after which no pod calls: often one call of a region shows them, and `increase()` sees it only after a 0. */
const LAST_OUTCOMES: readonly ProviderFault[] = ['unauthorized', 'quota', 'product-quota'];
/** The values of the label `scope`. */
const SCOPE_LABELS: Readonly<Record<CooldownScope, string>> = {
  source: 'source',
  operation: 'lane',
  credential: 'key',
  item: 'item',
};

/** Metrics of provider calls, circuit breakers and cooldowns. */
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
      help: 'Calls made, each of them billed, by outcome: ok, or the kind of failure.',
      labelNames: [...LABELS, 'outcome'],
    });
    this.retries = new LabelledCounter(registry, {
      name: 'mfapi_upstream_retries_total',
      help: 'Calls that were retries.',
      labelNames: LABELS,
    });
    this.overloads = new LabelledCounter(registry, {
      name: 'mfapi_upstream_overloads_total',
      help: 'Calls rejected because too many were in progress.',
      labelNames: LABELS,
    });
    this.durations = new LabelledHistogram(registry, {
      name: 'mfapi_upstream_call_duration_seconds',
      help: 'Duration of provider calls, including failed ones.',
      labelNames: LABELS,
      buckets: BUCKETS_SECONDS,
    });
    this.registerBreakers();
    this.registerCooldowns();
    this.registerPendingCalls();
    this.registerLimits();
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
        // Their state is read on scrape.
        return undefined;
    }
  }

  private recordCall(
    { source, operation, durationMs }: GuardEvent & { operation: string; durationMs: number },
    outcome: string,
  ): void {
    // Start at 0 on the first call, so that a rate sees the first increase.
    this.retries.series(source, operation);
    this.overloads.series(source, operation);
    for (const last of LAST_OUTCOMES) this.calls.series(source, operation, last);
    this.calls.inc(source, operation, outcome);
    this.durations.series(source, operation).observe(durationMs / 1_000);
  }

  private registerBreakers(): void {
    const { clients } = this;
    this.registry.registerMetric(
      new Gauge({
        name: 'mfapi_upstream_breaker_state',
        help: '1 for the current circuit breaker state of a provider and dataset.',
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
        help: 'Active cooldowns of the whole provider (source), a dataset (lane), the API key (key), or a place (item).',
        labelNames: ['provider', 'scope'],
        registers: [],
        collect() {
          for (const [provider, { cooldowns }] of clients.snapshot()) {
            for (const [scope, label] of Object.entries(SCOPE_LABELS)) {
              this.set({ provider, scope: label }, cooldowns[scope as CooldownScope]);
            }
          }
        },
      }),
    );
  }

  private registerLimits(): void {
    const { clients } = this;
    this.registry.registerMetric(
      new Gauge({
        name: 'mfapi_upstream_calls_limit',
        help: 'How many calls may be in progress: raised while the provider answers, lowered while calls fail.',
        labelNames: LABELS,
        registers: [],
        collect() {
          for (const [provider, { operations }] of clients.snapshot()) {
            for (const [dataset, { limit }] of operations) this.set({ provider, dataset }, limit);
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
        help: 'Calls in progress (running) or queued (waiting).',
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

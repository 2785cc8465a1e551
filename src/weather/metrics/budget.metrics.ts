import { Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { Budget, type WindowUse } from '@app/budget/budget.js';
import { BudgetEvents } from '@app/budget/budget-events.js';
import { LabelledCounter } from '@app/observability/metrics/labelled-counter.js';

/** Metrics of the call budget. Without a limit there are no window metrics. */
@Injectable()
export class BudgetMetrics {
  constructor(
    private readonly registry: Registry,
    private readonly budget: Budget,
    events: BudgetEvents,
  ) {
    this.registerWindowGauge('limit_calls', 'Calls allowed in a window.', ({ limit }) => limit);
    this.registerWindowGauge(
      'used_calls',
      'Calls made in the window, as far as this pod knows.',
      ({ used }) => used,
    );
    this.registerWindowGauge(
      'left_calls',
      'Calls left in the window, without the reserve for times without Redis.',
      ({ left }) => left,
    );
    this.registerWindowGauge(
      'window_end_timestamp_seconds',
      'End of the window; 0 while none is open.',
      ({ endsAtMs }) => (endsAtMs ?? 0) / 1_000,
    );
    this.registerTtlFactor();
    this.registerReserveLeft();
    this.listen(events);
  }

  private registerWindowGauge(name: string, help: string, read: (use: WindowUse) => number): void {
    const { budget } = this;
    this.registry.registerMetric(
      new Gauge({
        name: `mfapi_budget_${name}`,
        help,
        labelNames: ['window'],
        registers: [],
        collect() {
          for (const use of budget.snapshot()) this.set({ window: use.window }, read(use));
        },
      }),
    );
  }

  private registerTtlFactor(): void {
    const { budget } = this;
    this.registry.registerMetric(
      new Gauge({
        name: 'mfapi_budget_stretch_ratio',
        help: 'Factor by which records stay fresh for longer so that the budget lasts: 1 to 4.',
        registers: [],
        collect() {
          this.set(budget.ttlFactor);
        },
      }),
    );
  }

  private registerReserveLeft(): void {
    const { budget } = this;
    // Without a shared count there is no reserve, and no series.
    if (budget.reserveLeft === undefined) return;
    this.registry.registerMetric(
      new Gauge({
        name: 'mfapi_budget_reserve_left_calls',
        help: 'Calls that this pod may make while Redis is unavailable.',
        registers: [],
        collect() {
          this.set(budget.reserveLeft ?? 0);
        },
      }),
    );
  }

  private listen(events: BudgetEvents): void {
    const reserve = new Gauge({
      name: 'mfapi_budget_reserve_in_use',
      help: '1 while this pod has only its share of the reserve because Redis is unavailable.',
      registers: [this.registry],
    });
    const losses = new LabelledCounter(this.registry, {
      name: 'mfapi_budget_count_losses_total',
      help: 'Number of times that Redis lost the count of calls.',
      labelNames: [],
    });
    losses.series();
    events.on(({ name }) => {
      if (name === 'count-lost') losses.inc();
      if (name === 'reserve-begun' || name === 'reserve-spent') reserve.set(1);
      if (name === 'reserve-ended') reserve.set(0);
    });
  }
}

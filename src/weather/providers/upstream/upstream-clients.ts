import { Injectable } from '@nestjs/common';
import type { Budget } from '@app/budget/budget.js';
import { Clock } from '@app/clock/clock.js';
import { CallGuard, type GuardSnapshot } from '@app/resilience/call-guard.js';
import { GuardEvents } from '@app/resilience/guard-events.js';
import { SharedState } from '../../../shared-state/shared-state.js';
import type { Origin } from '../weather-provider.js';
import { CONSEQUENCES } from './consequences.js';
import { UpstreamClient } from './upstream.client.js';
import { UpstreamTransport } from './upstream.transport.js';

/** Makes a client for each provider, with a guard of its own. */
@Injectable()
export class UpstreamClients {
  private readonly guards = new Map<Origin, CallGuard>();

  constructor(
    private readonly exchange: UpstreamTransport,
    private readonly clock: Clock,
    private readonly events: GuardEvents,
    private readonly state: SharedState,
  ) {}

  /** Once per provider. */
  create(origin: Origin, budget: Budget): UpstreamClient {
    const { clock, events } = this;
    const guard = new CallGuard({
      name: origin,
      consequences: CONSEQUENCES,
      budget,
      pauses: this.state.pauses(origin),
      clock,
      events,
      random: Math.random,
    });
    this.guards.set(origin, guard);
    return new UpstreamClient(this.exchange, guard);
  }

  /** How it stands with each provider at this moment. */
  snapshot(): ReadonlyMap<Origin, GuardSnapshot> {
    const guards = [...this.guards].map(([origin, guard]) => [origin, guard.snapshot()] as const);
    return new Map(guards);
  }
}

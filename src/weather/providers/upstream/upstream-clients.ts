import { Injectable } from '@nestjs/common';
import type { Budget } from '@app/budget/budget.js';
import { Clock } from '@app/clock/clock.js';
import { CallGuard } from '@app/resilience/call-guard.js';
import { GuardEvents } from '@app/resilience/guard-events.js';
import type { GuardSnapshot } from '@app/resilience/guard-snapshot.js';
import { SharedState } from '../../../shared-state/shared-state.js';
import { FAILURE_POLICY } from './failure-policy.js';
import { UpstreamClient } from './upstream.client.js';
import type { UpstreamRequest } from './upstream-request.js';
import { UpstreamTransport } from './upstream.transport.js';

/** Without a search, a plan could be used for nothing else. */
const BASIC_OPERATIONS: ReadonlySet<UpstreamRequest<unknown>['operation']> = new Set(['place']);

/** Creates a client with its own guard for each provider. */
@Injectable()
export class UpstreamClients {
  private readonly guards = new Map<string, CallGuard>();

  constructor(
    private readonly transport: UpstreamTransport,
    private readonly clock: Clock,
    private readonly events: GuardEvents,
    private readonly state: SharedState,
  ) {}

  /** Call it once per provider. */
  create(provider: string, budget: Budget): UpstreamClient {
    const { clock, events } = this;
    const guard = new CallGuard({
      name: provider,
      failurePolicy: FAILURE_POLICY,
      budget,
      basicOperations: BASIC_OPERATIONS,
      cooldownStore: this.state.cooldownStore(provider),
      clock,
      events,
      random: Math.random,
    });
    this.guards.set(provider, guard);
    return new UpstreamClient(this.transport, guard, clock);
  }

  /** The current state of each provider's guard. */
  snapshot(): ReadonlyMap<string, GuardSnapshot> {
    const guards = [...this.guards].map(
      ([provider, guard]) => [provider, guard.snapshot()] as const,
    );
    return new Map(guards);
  }
}

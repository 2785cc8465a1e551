import type { Budget } from '@app/budget/budget.js';
import type { Clock } from '@app/clock/clock.js';
import type { RedisConnection } from '@app/redis/redis-connection.js';
import { CallGuard, type GuardSnapshot } from '@app/resilience/call-guard.js';
import type { GuardEvents } from '@app/resilience/guard-events.js';
import { RedisCooldownStore } from '@app/resilience/cooldowns/redis-cooldown-store.js';
import { FAILURE_POLICY } from './failure-policy.js';
import { UpstreamClient } from './upstream.client.js';
import type { UpstreamTransport } from './upstream.transport.js';

/** Changes when a field of a pause changes its meaning. The braces put a provider's pauses into one hash slot. */
const prefixOf = (provider: string): string => `mfapi:v1:{pause:${provider}}:`;

/** Makes a client for each provider, with a guard of its own. */
export class UpstreamClients {
  private readonly guards = new Map<string, CallGuard>();

  constructor(
    private readonly exchange: UpstreamTransport,
    private readonly clock: Clock,
    private readonly events: GuardEvents,
    private readonly redis: RedisConnection | undefined,
  ) {}

  /** Once per provider. */
  create(provider: string, budget: Budget): UpstreamClient {
    const { clock, events, redis } = this;
    const guard = new CallGuard({
      name: provider,
      failurePolicy: FAILURE_POLICY,
      budget,
      cooldownStore: redis && new RedisCooldownStore(redis, prefixOf(provider), clock),
      clock,
      events,
      random: Math.random,
    });
    this.guards.set(provider, guard);
    return new UpstreamClient(this.exchange, guard);
  }

  /** The state of each provider's guard now. */
  snapshot(): ReadonlyMap<string, GuardSnapshot> {
    const guards = [...this.guards].map(
      ([provider, guard]) => [provider, guard.snapshot()] as const,
    );
    return new Map(guards);
  }
}

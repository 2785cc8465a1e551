import type { Budget } from '@app/budget/budget.js';
import type { Clock } from '@app/clock/clock.js';
import type { RedisConnection } from '@app/redis/redis-connection.js';
import { CallGuard, type GuardSnapshot } from '@app/resilience/call-guard.js';
import type { GuardEvents } from '@app/resilience/guard-events.js';
import { RedisPauseStore } from '@app/resilience/pauses/redis-pause-store.js';
import { redisKeyPrefix } from '../../redis-keys.js';
import type { Origin } from '../weather-provider.js';
import { CONSEQUENCES } from './consequences.js';
import { UpstreamClient } from './upstream.client.js';
import type { UpstreamExchange } from './upstream.exchange.js';

/** The braces put a provider's pauses into one hash slot. */
const prefixOf = (origin: Origin): string => `${redisKeyPrefix('pauses')}{pause:${origin}}:`;

/** Makes a client for each provider, with a guard of its own. */
export class UpstreamClients {
  private readonly guards = new Map<Origin, CallGuard>();

  constructor(
    private readonly exchange: UpstreamExchange,
    private readonly clock: Clock,
    private readonly events: GuardEvents,
    private readonly redis: RedisConnection | undefined,
  ) {}

  /** Once per provider. */
  create(origin: Origin, budget: Budget): UpstreamClient {
    const { clock, events, redis } = this;
    const guard = new CallGuard({
      name: origin,
      consequences: CONSEQUENCES,
      budget,
      pauses: redis && new RedisPauseStore(redis, prefixOf(origin), clock),
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

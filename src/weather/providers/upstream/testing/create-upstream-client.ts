import { HttpService } from '@nestjs/axios';
import { create } from 'axios';
import { UnlimitedBudget } from '@app/budget/unlimited-budget.js';
import type { Clock } from '@app/clock/clock.js';
import { SystemClock } from '@app/clock/system-clock.js';
import { NO_CALL_TRACER } from '@app/observability/traces/call-tracer.js';
import { GuardEvents } from '@app/resilience/guard-events.js';
import { LocalState } from '../../../../shared-state/local-state.js';
import { UpstreamClients } from '../upstream-clients.js';
import type { UpstreamClient } from '../upstream.client.js';
import { UpstreamTransport } from '../upstream.transport.js';

/** A client that knows nothing yet of its provider, over sockets of the machine. */
export function createUpstreamClient(
  clock: Clock = new SystemClock(),
  onBug: (error: unknown) => void = rethrow,
): UpstreamClient {
  const exchange = new UpstreamTransport(new HttpService(create()), NO_CALL_TRACER, onBug);
  const clients = new UpstreamClients(exchange, clock, new GuardEvents(), new LocalState());
  return clients.create('accwea', new UnlimitedBudget());
}

/** A test that expects no bug fails by one. */
function rethrow(error: unknown): never {
  throw error;
}

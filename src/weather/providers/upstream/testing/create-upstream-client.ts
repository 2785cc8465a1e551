import { UnlimitedBudget } from '@app/budget/unlimited-budget.js';
import type { Clock } from '@app/clock/clock.js';
import { SystemClock } from '@app/clock/system-clock.js';
import { NO_CALL_TRACER } from '@app/observability/traces/call-tracer.js';
import { GuardEvents } from '@app/resilience/guard-events.js';
import { LocalState } from '../../../../shared-state/local-state.js';
import { UpstreamClients } from '../upstream-clients.js';
import type { UpstreamClient } from '../upstream.client.js';
import { UpstreamTransport } from '../upstream.transport.js';

/** Creates a client with a fresh guard that uses real sockets. */
export function createUpstreamClient(
  clock: Clock = new SystemClock(),
  onBug: (error: unknown) => void = rethrow,
): UpstreamClient {
  const transport = new UpstreamTransport(NO_CALL_TRACER, onBug);
  const clients = new UpstreamClients(transport, clock, new GuardEvents(), new LocalState());
  return clients.create('accwea', new UnlimitedBudget());
}

/** Fails a test that does not expect a bug. */
function rethrow(error: unknown): never {
  throw error;
}

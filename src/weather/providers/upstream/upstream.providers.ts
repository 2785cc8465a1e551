import { HttpService } from '@nestjs/axios';
import { Logger, type Provider } from '@nestjs/common';
import { UnseenErrors } from '@app/observability/errors/unseen-errors.js';
import { CallTracer } from '@app/observability/traces/call-tracer.js';
import { GuardEvents } from '@app/resilience/guard-events.js';
import { UpstreamClients } from './upstream-clients.js';
import { UpstreamTransport } from './upstream.transport.js';
import { UpstreamLog } from './upstream-log.js';

/** What every provider's client is made with. */
export const upstreamProviders: Provider[] = [
  { provide: GuardEvents, useFactory: loggedEvents },
  {
    provide: UpstreamTransport,
    inject: [HttpService, CallTracer, UnseenErrors],
    useFactory: (http: HttpService, tracer: CallTracer, unseen: UnseenErrors) =>
      new UpstreamTransport(http, tracer, unseen.tell),
  },
  UpstreamClients,
];

function loggedEvents(): GuardEvents {
  const events = new GuardEvents();
  events.listen(new UpstreamLog(new Logger('Upstream')).write);
  return events;
}

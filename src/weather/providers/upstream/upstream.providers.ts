import { Logger, type Provider } from '@nestjs/common';
import { HandledErrorReporter } from '@app/observability/errors/handled-error-reporter.js';
import { CallTracer } from '@app/observability/traces/call-tracer.js';
import { GuardEvents } from '@app/resilience/guard-events.js';
import { PROVIDERS } from '../providers.js';
import { UpstreamClients } from './upstream-clients.js';
import { UpstreamTransport } from './upstream.transport.js';
import { UpstreamLog } from './upstream-log.js';

/** The shared dependencies of all provider clients. */
export const upstreamProviders: Provider[] = [
  { provide: GuardEvents, useFactory: loggedEvents },
  {
    provide: UpstreamTransport,
    inject: [CallTracer, HandledErrorReporter],
    useFactory: (tracer: CallTracer, reporter: HandledErrorReporter) =>
      new UpstreamTransport(tracer, reporter.report),
  },
  UpstreamClients,
];

function loggedEvents(): GuardEvents {
  const events = new GuardEvents();
  const providers = PROVIDERS.map(({ descriptor }) => descriptor);
  events.on(new UpstreamLog(new Logger('Upstream'), providers).write);
  return events;
}

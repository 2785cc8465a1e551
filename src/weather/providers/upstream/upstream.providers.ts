import { HttpService } from '@nestjs/axios';
import { Logger, type Provider } from '@nestjs/common';
import { Clock } from '@app/clock/clock.js';
import { HandledErrorReporter } from '@app/observability/errors/handled-error-reporter.js';
import { CallTracer } from '@app/observability/traces/call-tracer.js';
import { RedisConnection } from '@app/redis/redis-connection.js';
import { GuardEvents } from '@app/resilience/guard-events.js';
import { PROVIDERS } from '../providers.js';
import { UpstreamClients } from './upstream-clients.js';
import { UpstreamTransport } from './upstream.transport.js';
import { UpstreamLog } from './upstream-log.js';

const logger = new Logger('Upstream');

/** What every provider's client is made with. */
export function upstreamProviders(): Provider[] {
  return [
    { provide: GuardEvents, useFactory: loggedEvents },
    {
      provide: UpstreamTransport,
      inject: [HttpService, CallTracer, HandledErrorReporter],
      useFactory: (http: HttpService, tracer: CallTracer, unseen: HandledErrorReporter) =>
        new UpstreamTransport(http, tracer, unseen.report),
    },
    {
      provide: UpstreamClients,
      inject: [UpstreamTransport, Clock, GuardEvents, { token: RedisConnection, optional: true }],
      useFactory: (
        exchange: UpstreamTransport,
        clock: Clock,
        events: GuardEvents,
        redis?: RedisConnection,
      ) => new UpstreamClients(exchange, clock, events, redis),
    },
  ];
}

function loggedEvents(): GuardEvents {
  const events = new GuardEvents();
  const providers = PROVIDERS.map(({ descriptor }) => descriptor);
  events.on(new UpstreamLog(logger, providers).write);
  return events;
}

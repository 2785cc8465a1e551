import { HttpService } from '@nestjs/axios';
import { create } from 'axios';
import { Unlimited } from '@app/budget/unlimited.js';
import { SystemClock } from '@app/clock/system-clock.js';
import { GuardEvents } from '@app/resilience/guard-events.js';
import { UpstreamClients } from '../upstream-clients.js';
import type { UpstreamClient } from '../upstream.client.js';

/** A client that knows nothing yet of its provider, over sockets of the machine. */
export function upstreamClient(): UpstreamClient {
  const http = new HttpService(create());
  const clients = new UpstreamClients(http, new SystemClock(), new GuardEvents(), undefined);
  return clients.create('accwea', new Unlimited());
}

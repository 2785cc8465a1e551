import type { Provider } from '@nestjs/common';
import { Budget } from '@app/budget/budget.js';
import type { Config } from '../../../config/config.js';
import { UpstreamClients } from '../upstream/upstream-clients.js';
import { AccweaClient } from './accwea.client.js';
import { AccweaOptions } from './accwea.options.js';
import { AccweaProvider } from './accwea.provider.js';

/** AccuWeather, within its budget. */
export function accweaProviders(config: Config): Provider[] {
  return [
    {
      provide: AccweaOptions,
      useValue: { url: config.accweaUrl, token: config.accweaToken, auth: config.accweaAuth },
    },
    {
      provide: AccweaClient,
      inject: [UpstreamClients, Budget, AccweaOptions],
      useFactory: (clients: UpstreamClients, budget: Budget, options: AccweaOptions) =>
        new AccweaClient(clients.create('accwea', budget), options),
    },
    AccweaProvider,
  ];
}

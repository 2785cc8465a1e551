import type { Provider } from '@nestjs/common';
import { Budget } from '@app/budget/budget.js';
import type { Config } from '../../../config/config.js';
import { CONFIG } from '../../../config/config.token.js';
import { UpstreamClients } from '../upstream/upstream-clients.js';
import { AccweaClient } from './accwea.client.js';
import { AccweaProvider } from './accwea.provider.js';

/** AccuWeather, within its budget. */
export const accweaProviders: Provider[] = [
  {
    provide: AccweaClient,
    inject: [UpstreamClients, Budget, CONFIG],
    useFactory: (clients: UpstreamClients, budget: Budget, config: Config) => {
      const { accweaUrl: url, accweaToken: token, accweaAuth: auth } = config;
      return new AccweaClient(clients.create('accwea', budget), { url, token, auth });
    },
  },
  AccweaProvider,
];

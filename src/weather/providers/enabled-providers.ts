import type { Provider } from '@nestjs/common';
import { Budget } from '@app/budget/budget.js';
import { Clock } from '@app/clock/clock.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.token.js';
import { PROVIDERS } from './providers.js';
import { UpstreamClients } from './upstream/upstream-clients.js';
import type { WeatherProvider } from './weather-provider.js';

/** The enabled providers, in order of preference. DI token. */
export class EnabledProviders {
  constructor(readonly inOrder: readonly WeatherProvider[]) {}
}

export const enabledProviders: Provider = {
  provide: EnabledProviders,
  inject: [CONFIG, UpstreamClients, Budget, Clock],
  useFactory: (config: Config, clients: UpstreamClients, budget: Budget, clock: Clock) => {
    const dependencies = { config, clients, budget, clock };
    return new EnabledProviders(PROVIDERS.flatMap(({ create }) => create(dependencies) ?? []));
  },
};

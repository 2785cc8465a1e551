import type { Provider } from '@nestjs/common';
import { Budget } from '@app/budget/budget.js';
import { Clock } from '@app/clock/clock.js';
import type { Config } from '../../config/config.js';
import { PROVIDERS } from './providers.js';
import { UpstreamClients } from './upstream/upstream-clients.js';
import type { WeatherProvider } from './weather-provider.js';

/** The providers that the configuration uses, in the order in which they are asked. DI token. */
export class EnabledProviders {
  constructor(readonly inOrder: readonly WeatherProvider[]) {}
}

export function enabledProviders(config: Config): Provider {
  return {
    provide: EnabledProviders,
    inject: [UpstreamClients, Budget, Clock],
    useFactory: (clients: UpstreamClients, budget: Budget, clock: Clock) => {
      const dependencies = { config, clients, budget, clock };
      return new EnabledProviders(PROVIDERS.flatMap(({ create }) => create(dependencies) ?? []));
    },
  };
}

import type { Budget } from '@app/budget/budget.js';
import type { Clock } from '@app/clock/clock.js';
import type { Config } from '../../config/config.js';
import type { ProviderDescriptor } from './provider-descriptor.js';
import type { UpstreamClients } from './upstream/upstream-clients.js';
import type { WeatherProvider } from './weather-provider.js';

/** The dependencies that a provider can use. */
export interface ProviderDependencies {
  readonly config: Config;
  readonly clients: UpstreamClients;
  /** The budget of the metered provider. */
  readonly budget: Budget;
  readonly clock: Clock;
}

/** An entry of the list of providers. */
export interface ProviderRegistration {
  readonly descriptor: ProviderDescriptor;
  /** Undefined when the configuration does not enable it. */
  readonly create: (dependencies: ProviderDependencies) => WeatherProvider | undefined;
}

import { Logger, type Provider } from '@nestjs/common';
import { UnlimitedBudget } from '@app/budget/unlimited-budget.js';
import { Clock } from '@app/clock/clock.js';
import type { Config } from '../../../config/config.js';
import { UpstreamClients } from '../upstream/upstream-clients.js';
import { OpenMeteoClient } from './open-meteo.client.js';
import { OpenMeteoOptions } from './open-meteo.options.js';
import { OpenMeteoProvider } from './open-meteo.provider.js';

/** Open-Meteo, where it is the fall-back; nothing where there is none. */
export function openMeteoProviders(config: Config): Provider[] {
  if (config.fallbackProvider !== 'open-meteo') return [];
  const { env, openMeteoUrl: url, openMeteoApiKey: apiKey } = config;
  if (env === 'prod' && !apiKey) {
    new Logger(OpenMeteoProvider.name).warn(
      'Open-Meteo without OPEN_METEO_API_KEY is for non-commercial use only.',
    );
  }
  return [
    { provide: OpenMeteoOptions, useValue: { url, apiKey } },
    {
      provide: OpenMeteoClient,
      inject: [UpstreamClients, OpenMeteoOptions, Clock],
      useFactory: (clients: UpstreamClients, options: OpenMeteoOptions, clock: Clock) =>
        new OpenMeteoClient(clients.create('open-meteo', new UnlimitedBudget()), options, clock),
    },
    OpenMeteoProvider,
  ];
}

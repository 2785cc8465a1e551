import { Logger } from '@nestjs/common';
import { UnlimitedBudget } from '@app/budget/unlimited-budget.js';
import type { ProviderRegistration } from '../provider-registration.js';
import { OpenMeteoClient } from './open-meteo.client.js';
import { OPEN_METEO } from './open-meteo.descriptor.js';
import { OpenMeteoProvider } from './open-meteo.provider.js';

/** Open-Meteo, if `FALLBACK_PROVIDER` names it. It is not billed per call, so it has no budget. */
export const openMeteoRegistration: ProviderRegistration = {
  descriptor: OPEN_METEO,
  create: ({ config, clients, clock }) => {
    if (config.fallbackProvider !== OPEN_METEO.name) return undefined;
    const { env, openMeteoUrl: url, openMeteoApiKey: apiKey } = config;
    if (env === 'prod' && !apiKey) {
      new Logger(OpenMeteoProvider.name).warn(
        'Open-Meteo without OPEN_METEO_API_KEY is for non-commercial use only.',
      );
    }
    const upstream = clients.create(OPEN_METEO.name, new UnlimitedBudget());
    return new OpenMeteoProvider(new OpenMeteoClient(upstream, { url, apiKey }, clock));
  },
};

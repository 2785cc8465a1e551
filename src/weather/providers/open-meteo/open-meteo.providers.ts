import { Logger, type Provider } from '@nestjs/common';
import { Unlimited } from '@app/budget/unlimited.js';
import { Clock } from '@app/clock/clock.js';
import type { Config } from '../../../config/config.js';
import { CONFIG } from '../../../config/config.token.js';
import { UpstreamClients } from '../upstream/upstream-clients.js';
import { OpenMeteoClient } from './open-meteo.client.js';
import { OpenMeteoProvider } from './open-meteo.provider.js';

/** Open-Meteo; undefined where it is not the fallback. */
export const openMeteoProviders: Provider[] = [
  {
    provide: OpenMeteoProvider,
    inject: [CONFIG, UpstreamClients, Clock],
    useFactory: createProvider,
  },
];

function createProvider(
  config: Config,
  clients: UpstreamClients,
  clock: Clock,
): OpenMeteoProvider | undefined {
  const { env, fallbackProvider, openMeteoUrl: url, openMeteoApiKey: apiKey } = config;
  if (fallbackProvider !== 'open-meteo') return undefined;
  if (env === 'prod' && !apiKey) {
    new Logger(OpenMeteoProvider.name).warn(
      'Open-Meteo without OPEN_METEO_API_KEY is for non-commercial use only.',
    );
  }
  const upstream = clients.create('open-meteo', new Unlimited());
  return new OpenMeteoProvider(new OpenMeteoClient(upstream, { url, apiKey }, clock));
}

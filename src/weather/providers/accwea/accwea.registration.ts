import type { ProviderRegistration } from '../provider-registration.js';
import { AccweaClient } from './accwea.client.js';
import { ACCWEA } from './accwea.descriptor.js';
import { AccweaProvider } from './accwea.provider.js';

/** AccuWeather, within its budget. */
export const accweaRegistration: ProviderRegistration = {
  descriptor: ACCWEA,
  create: ({ config, clients, budget }) => {
    const { accweaUrl: url, accweaToken: token, accweaAuth: auth } = config;
    const client = new AccweaClient(clients.create(ACCWEA.name, budget), { url, token, auth });
    return new AccweaProvider(client);
  },
};

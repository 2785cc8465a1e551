import { accweaRegistration } from './accwea/accwea.registration.js';
import { metNorwayRegistration } from './met-norway/met-norway.registration.js';
import { nwsRegistration } from './nws/nws.registration.js';
import { openMeteoRegistration } from './open-meteo/open-meteo.registration.js';
import type { ProviderRegistration } from './provider-registration.js';

/**
 * The only list of providers, in order of preference: each is used only where those before it have no
 * place, or are unavailable without a cached record. The official feeds are first: they are free.
 */
export const PROVIDERS: readonly ProviderRegistration[] = [
  nwsRegistration,
  metNorwayRegistration,
  accweaRegistration,
  openMeteoRegistration,
];

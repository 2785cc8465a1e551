import { accweaRegistration } from './accwea/accwea.registration.js';
import { openMeteoRegistration } from './open-meteo/open-meteo.registration.js';
import type { ProviderRegistration } from './provider-registration.js';

/**
 * The only list of providers, in the order in which they are asked: each one only where those before
 * it have no place, or can neither answer nor have a copy.
 */
export const PROVIDERS: readonly ProviderRegistration[] = [
  accweaRegistration,
  openMeteoRegistration,
];

import type { AuthOptions } from '../auth.options.js';

/** Options of a test that is about something else. */
export const AUTH: AuthOptions = {
  issuer: 'https://issuer.test',
  audience: 'api',
  scope: 'read',
  clockToleranceSeconds: 30,
  probeClients: new Set(['smoke']),
  maxCachedTokens: 100,
};

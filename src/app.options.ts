import { createHmac } from 'node:crypto';
import type { IssuerKeys } from '@app/auth/keys/issuer-keys.js';
import type { GuardedRequest } from '@app/auth/tokens/guarded-request.js';
import type { AuthOptions } from '@app/auth/auth.options.js';
import type { HealthOptions } from '@app/health/health.options.js';
import type { AccessLogOptions } from '@app/observability/access-log.js';
import type { MetricsOptions } from '@app/observability/metrics/metrics.options.js';
import type { PilotOptions } from '@app/pilot/pilot.options.js';
import type { RateLimitOptions } from '@app/rate-limit/rate-limit.options.js';
import { ABOUT } from './about.js';
import { clientKindOf } from './client-kind.js';
import type { Config } from './config/config.js';
import { logFormOf } from './config/log-form.js';
import type { SharedState } from './shared-state/shared-state.js';
import { addWeatherFields, showsFailure } from './weather/http/access-fields.js';

/** Which tokens are accepted. */
export function authOptions(config: Config): AuthOptions {
  const { oidcIssuer: issuer, oidcAudience: audience, oidcScope: scope } = config;
  const { oidcClockToleranceSeconds: clockToleranceSeconds } = config;
  const { tokenCacheMaxEntries: maxCachedTokens } = config;
  const probeClients = new Set(config.probeClients);
  const { oidcJwks: snapshot } = config;
  return {
    issuer,
    audience,
    scope,
    clockToleranceSeconds,
    probeClients,
    snapshot,
    maxCachedTokens,
  };
}

/** How large the pilot group is. */
export function pilotOptions({ pilotPercent: percent }: Config): PilotOptions {
  return { percent };
}

/** The limits of a user, and where calls are counted. */
export function rateLimitOptions(config: Config, { misses }: SharedState): RateLimitOptions {
  const { rateLimitPerMinute: requestsPerMinute } = config;
  const { missLimitPerHour: missesPerHour, refreshLimitPerHour: refreshesPerHour } = config;
  // The one secret that every pod has. With another one, the users' hours begin anew.
  const digestKey = createHmac('sha256', config.accweaToken.reveal()).update('users').digest('hex');
  return { requestsPerMinute, missesPerHour, refreshesPerHour, digestKey, ...misses };
}

/** A pod is ready once the issuer's keys have been loaded. */
export function healthOptions(keys: IssuerKeys): HealthOptions {
  const note = (): string | undefined =>
    keys.fromSnapshot ? 'a snapshot; the issuer has not answered since the start' : undefined;
  return { startConditions: [{ name: 'issuer-keys', isMet: () => keys.loaded, note }] };
}

/** Omits region and environment: Prometheus adds them as target labels. */
export function metricsOptions({ host, metricsPort: port }: Config): MetricsOptions {
  const build = { version: ABOUT.version, node: process.version };
  return { host, port, prefix: 'mfapi_', build, clientOf };
}

function clientOf({ user }: GuardedRequest): string {
  return clientKindOf(user);
}

/** What a line of the access log contains, and which successful answers have one. */
export function accessLogOptions(config: Config): AccessLogOptions {
  const { accessLogSample: share } = config;
  const sample = { share, random: Math.random, isExempt: showsFailure };
  return { form: logFormOf(config), addFields: addWeatherFields, sample };
}

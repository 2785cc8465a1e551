import type { RateLimitOptions } from './rate-limit.options.js';

/** A quota per window: an item of `RateLimit-Policy`. */
export interface QuotaPolicy {
  readonly name: string;
  readonly quota: number;
  readonly windowSeconds: number;
}

/** The remaining quota, and when it resets. */
export interface QuotaState {
  readonly remaining: number;
  readonly resetSeconds: number;
}

/** `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers, RFC 9651). */
function rateLimitPolicy(policies: readonly QuotaPolicy[]): string {
  return policies
    .map(({ name, quota, windowSeconds }) => `"${name}";q=${quota};w=${windowSeconds}`)
    .join(', ');
}

/** `RateLimit`, of the same draft. */
export function rateLimit({ name }: QuotaPolicy, { remaining, resetSeconds }: QuotaState): string {
  return `"${name}";r=${remaining};t=${resetSeconds}`;
}

/** `RateLimit-Policy` of every response to a user, whichever quota `RateLimit` is about. */
export function policiesOf(
  limits: Pick<RateLimitOptions, 'requestsPerMinute' | 'missesPerHour'>,
): string {
  return rateLimitPolicy([
    requestPolicy(limits.requestsPerMinute),
    missPolicy(limits.missesPerHour),
  ]);
}

/** Requests of one user to one process, per minute. */
export const requestPolicy = (perMinute: number): QuotaPolicy => ({
  name: 'requests',
  quota: perMinute,
  windowSeconds: 60,
});

/** Questions of one user that may cause calls to a source, over all processes, per hour. */
export const missPolicy = (perHour: number): QuotaPolicy => ({
  name: 'misses',
  quota: perHour,
  windowSeconds: 3_600,
});

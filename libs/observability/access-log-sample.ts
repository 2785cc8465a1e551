import type { FastifyRequest } from 'fastify';

const NOT_MODIFIED = 304;

/**
 * Which successful answers get an access line. Only 2xx and 304 are sampled: redirects and errors are always
 * logged, and so is what the application exempts. Metrics count every request in any case.
 */
export interface AccessLogSample {
  /** Share of the sampled answers that is logged: 0 is none, 1 is all. */
  readonly share: number;
  /** Uniform in [0, 1); drawn once for each sampled answer, never when `share` is 1. */
  readonly random: () => number;
  /** Whether a successful answer is always logged, because a person may look for it. */
  readonly isExempt?: ((request: FastifyRequest) => boolean) | undefined;
}

/** Whether chance decides about the line of this answer. */
export function isSampled(
  { share, isExempt }: AccessLogSample,
  request: FastifyRequest,
  statusCode: number,
): boolean {
  if (share === 1) return false;
  const succeeded = (statusCode >= 200 && statusCode < 300) || statusCode === NOT_MODIFIED;
  return succeeded && !isExempt?.(request);
}

import type { SimulatedResponse } from '../../../packages/local-server/simulated-response.js';
import type { Settings } from './settings.js';

/** The vendor's headers of a response (facts, section 3, "Headers"). `Expires` is `Date` + `max-age`. */
export function headersOf(
  response: SimulatedResponse,
  nowMs: number,
  { rateLimitRemaining }: Settings,
): Record<string, string> {
  const { status, contentType, maxAgeSeconds } = response;
  return {
    'Content-Type': contentType,
    Date: httpDate(nowMs),
    Expires: httpDate(nowMs + maxAgeSeconds * 1000),
    'Cache-Control': status === 200 ? `public, max-age=${maxAgeSeconds}` : 'max-age=0',
    Vary: 'Accept-Encoding',
    ...(rateLimitRemaining !== undefined && {
      'RateLimit-Limit': '1',
      'RateLimit-Remaining': String(rateLimitRemaining),
    }),
    ...response.headers,
  };
}

function httpDate(epochMs: number): string {
  return new Date(epochMs).toUTCString();
}

import type { SimulatedResponse } from '../../../packages/local-server/answer.js';
import type { Settings } from './settings.js';

/** The vendor's headers of an answer (facts, section 3, "Headers"). `Expires` is `Date` + `max-age`. */
export function headersOf(
  answer: SimulatedResponse,
  nowMs: number,
  { rateLimitRemaining }: Settings,
): Record<string, string> {
  const { status, contentType, maxAgeSeconds } = answer;
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
    ...answer.headers,
  };
}

function httpDate(epochMs: number): string {
  return new Date(epochMs).toUTCString();
}

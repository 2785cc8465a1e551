import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { SimulatedResponse } from '../answers/answer.js';
import type { Settings } from './settings.js';

const compress = promisify(gzip);

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

/** Sends an answer whole, compressed for who can read that. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body }: SimulatedResponse,
  headers: Record<string, string>,
): Promise<void> {
  const isCompressed = body !== '' && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const bytes = isCompressed ? await compress(body) : Buffer.from(body);
  response.writeHead(status, {
    ...headers,
    ...(isCompressed && { 'Content-Encoding': 'gzip' }),
    'Content-Length': bytes.length,
  });
  response.end(bytes);
}

function httpDate(epochMs: number): string {
  return new Date(epochMs).toUTCString();
}

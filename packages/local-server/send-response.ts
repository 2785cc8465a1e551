import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { SimulatedResponse } from './simulated-response.js';

const compress = promisify(gzip);
/** Over loopback time counts, and size does not. */
const FASTEST = { level: constants.Z_BEST_SPEED };

/** Sends the complete response, with gzip for clients that accept it. */
export async function sendResponse(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body }: SimulatedResponse,
  headers: Record<string, string>,
): Promise<void> {
  const isCompressed = body !== '' && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const bytes = isCompressed ? await compress(body, FASTEST) : Buffer.from(body);
  response.writeHead(status, {
    ...headers,
    ...(isCompressed && { 'Content-Encoding': 'gzip' }),
    'Content-Length': bytes.length,
  });
  response.end(bytes);
}

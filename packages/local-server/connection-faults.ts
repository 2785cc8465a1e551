import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { SimulatedResponse } from './simulated-response.js';

const DRIP_MS = 1000;
const CHUNK_BYTES = 64 * 1024;
const HUGE_BYTES = 50 * 1024 * 1024;

/** Connection reset, no response, one byte per second, or 50 MB of valid JSON. */
export type ConnectionFault = 'reset' | 'hang' | 'drip' | 'huge';

type FaultHandler = (
  response: ServerResponse,
  simulated: SimulatedResponse,
  signal: AbortSignal,
) => Promise<void>;

const FAULT_HANDLERS: Readonly<Record<ConnectionFault, FaultHandler>> = {
  reset: async (response) => void response.destroy(),
  hang: async () => {},
  drip: (response, { body }, signal) => stream(response, bytesSlowly(body, signal), signal),
  huge: (response, _simulated, signal) => stream(response, hugeJson(), signal),
};

export function isConnectionFault(fault: string | undefined): fault is ConnectionFault {
  return fault !== undefined && Object.hasOwn(FAULT_HANDLERS, fault);
}

/**
 * Handles the response instead of `sendResponse`.
 * @param signal aborted when the client disconnects
 */
export async function applyConnectionFault(
  fault: ConnectionFault,
  response: ServerResponse,
  simulated: SimulatedResponse,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<void> {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  await FAULT_HANDLERS[fault](response, simulated, signal);
}

async function stream(
  response: ServerResponse,
  chunks: Iterable<Buffer> | AsyncIterable<Buffer>,
  signal: AbortSignal,
): Promise<void> {
  response.flushHeaders();
  await pipeline(Readable.from(chunks), response, { signal });
}

async function* bytesSlowly(body: string, signal: AbortSignal): AsyncGenerator<Buffer> {
  for (const byte of Buffer.from(body)) {
    yield Buffer.of(byte);
    await delay(DRIP_MS, undefined, { signal });
  }
}

/** A JSON array of one long string, which no client should read completely. */
function* hugeJson(): Generator<Buffer> {
  const chunk = Buffer.alloc(CHUNK_BYTES, 'x');
  yield Buffer.from('["');
  for (let sent = 0; sent < HUGE_BYTES; sent += CHUNK_BYTES) yield chunk;
  yield Buffer.from('"]');
}

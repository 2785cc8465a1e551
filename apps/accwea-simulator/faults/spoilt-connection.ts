import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { SimulatedResponse } from '../answers/answer.js';
import { FAULT_KINDS } from './fault-kinds.js';
import type { Fault } from './fault.js';

const DRIP_MS = 1000;
const CHUNK_BYTES = 64 * 1024;
const HUGE_BYTES = 50 * 1024 * 1024;

type BreakConnection = (
  response: ServerResponse,
  answer: SimulatedResponse,
  signal: AbortSignal,
) => Promise<void>;

const BREAKERS: Readonly<Record<string, BreakConnection>> = {
  reset: async (response) => void response.destroy(),
  hang: async () => {},
  drip: (response, { body }, signal) => stream(response, drops(body, signal), signal),
  huge: (response, _answer, signal) => stream(response, hugeJson(), signal),
};

/**
 * Applies a connection fault. @returns false when the fault does not affect the connection
 * @param signal aborted when the client disconnects
 */
export async function breakConnection(
  { kind }: Fault,
  response: ServerResponse,
  answer: SimulatedResponse,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<boolean> {
  const spoil = BREAKERS[FAULT_KINDS[kind].shows];
  if (!spoil) return false;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  await spoil(response, answer, signal);
  return true;
}

async function stream(
  response: ServerResponse,
  chunks: Iterable<Buffer> | AsyncIterable<Buffer>,
  signal: AbortSignal,
): Promise<void> {
  response.flushHeaders();
  await pipeline(Readable.from(chunks), response, { signal });
}

async function* drops(body: string, signal: AbortSignal): AsyncGenerator<Buffer> {
  for (const byte of Buffer.from(body)) {
    yield Buffer.of(byte);
    await delay(DRIP_MS, undefined, { signal });
  }
}

/** A valid JSON document with one huge string, which clients should not read to the end. */
function* hugeJson(): Generator<Buffer> {
  const chunk = Buffer.alloc(CHUNK_BYTES, 'x');
  yield Buffer.from('["');
  for (let sent = 0; sent < HUGE_BYTES; sent += CHUNK_BYTES) yield chunk;
  yield Buffer.from('"]');
}

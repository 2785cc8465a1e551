import type { Readable } from 'node:stream';
import { ProviderError } from '../provider.error.js';

/**
 * The bytes of a body, copied as they arrive. A list of its chunks would take a hundred times their size when each byte
 * is a chunk of its own (RFC 9112 section 7.1).
 * @param maxBytes with more, the connection is closed
 * @throws ProviderError, or the error of the connection
 */
export function readBody(body: Readable, maxBytes: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    let bytes: Buffer = Buffer.alloc(0);
    let length = 0;
    body.on('data', (chunk: Buffer) => {
      const end = length + chunk.length;
      if (end > maxBytes) {
        body.destroy(new ProviderError('malformed', 'the body is too large'));
        return;
      }
      if (end > bytes.length)
        bytes = enlarged(bytes, Math.min(maxBytes, Math.max(end, 2 * length)));
      length += chunk.copy(bytes, length);
    });
    body.once('end', () => resolve(bytes.subarray(0, length)));
    body.once('error', reject);
  });
}

function enlarged(bytes: Buffer, size: number): Buffer {
  const larger = Buffer.allocUnsafe(size);
  bytes.copy(larger);
  return larger;
}

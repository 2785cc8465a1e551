import { decodeCbor } from './cbor.js';

/**
 * Parses a body as CBOR or, by default, as JSON.
 * @throws when it is neither, or not an object
 */
export function parseBody(contentType: string | null, bytes: Uint8Array): object {
  const body = contentType?.startsWith('application/cbor')
    ? decodeCbor(bytes)
    : (JSON.parse(new TextDecoder().decode(bytes)) as unknown);
  if (typeof body !== 'object' || body === null) throw new Error('the body is not an object');
  return body;
}

import { decodeCbor } from './cbor.js';

/**
 * A body as what it says it is; JSON when it does not say.
 * @throws when it is not, or holds no object
 */
export function readBody(contentType: string | null, bytes: Uint8Array): object {
  const body = contentType?.startsWith('application/cbor')
    ? decodeCbor(bytes)
    : (JSON.parse(new TextDecoder().decode(bytes)) as unknown);
  if (typeof body !== 'object' || body === null) throw new Error('the body is no object');
  return body;
}

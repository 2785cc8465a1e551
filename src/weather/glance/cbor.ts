import { encode, rfc8949EncodeOptions } from 'cborg';

/**
 * Encodes a body in CBOR, for watches that accept `application/cbor`. Deterministic (RFC 8949 section 4.2.1): the
 * same body has the same bytes, with the shortest forms, definite lengths and sorted keys.
 */
export function toCbor(body: object): Uint8Array {
  return encode(body, rfc8949EncodeOptions);
}

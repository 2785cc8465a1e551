import { encode } from 'cborg';

/** Encodes a body in CBOR (RFC 8949), for watches that accept `application/cbor`. */
export function toCbor(body: object): Uint8Array {
  return encode(body);
}

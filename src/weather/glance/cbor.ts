import { encode } from 'cborg';

/** A body as CBOR (RFC 8949), for watches that ask for `application/cbor`. */
export function toCbor(body: object): Uint8Array {
  return encode(body);
}

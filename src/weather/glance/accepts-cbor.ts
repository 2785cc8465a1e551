import Negotiator from 'negotiator';

export const CBOR = 'application/cbor';

/** Whether a watch prefers CBOR to JSON (RFC 9110 section 12.5.1). */
export function acceptsCbor(accept: string | undefined): boolean {
  if (!accept || !/cbor/i.test(accept)) return false;
  return new Negotiator({ headers: { accept } }).mediaType(['application/json', CBOR]) === CBOR;
}

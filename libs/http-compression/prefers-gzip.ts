import Negotiator from 'negotiator';

/** In the order of preference where a client likes both equally. */
const CODINGS = ['gzip', 'identity'];
/** Negotiation is linear in the items; a longer list is not a real preference. */
const MAX_ITEMS = 20;

/**
 * Whether a client prefers gzip to an unchanged body (RFC 9110 section 12.5.3). Without the field it gets the
 * unchanged one, as it does when it accepts neither.
 */
export function prefersGzip(acceptEncoding: string | undefined): boolean {
  if (!acceptEncoding) return false;
  // An older name of the same coding (section 8.4.1.3).
  const items = acceptEncoding.toLowerCase().replaceAll('x-gzip', 'gzip').split(',', MAX_ITEMS);
  const negotiator = new Negotiator({ headers: { 'accept-encoding': items.join(',') } });
  return negotiator.encoding(CODINGS) === 'gzip';
}

import { isIPv6, type AddressInfo } from 'node:net';

/** Addresses that mean every address; IPv4 reaches both. */
const ANY: readonly string[] = ['::', '0.0.0.0'];

/** The URL of a listening HTTP server, as seen from its own machine. */
export function urlOf({ address, port }: Pick<AddressInfo, 'address' | 'port'>): string {
  if (ANY.includes(address)) return `http://127.0.0.1:${port}`;
  return `http://${isIPv6(address) ? `[${address}]` : address}:${port}`;
}

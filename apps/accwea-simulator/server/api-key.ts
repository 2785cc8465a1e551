import type { IncomingMessage } from 'node:http';

/** Both ways that the vendor takes a key (facts, section 1): the bearer header and `apikey=`. */
export function hasKey({ headers }: IncomingMessage, url: URL, key: string): boolean {
  const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
  return (bearer ?? url.searchParams.get('apikey')) === key;
}

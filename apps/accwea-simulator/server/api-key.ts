import type { IncomingMessage } from 'node:http';

/** The vendor accepts a key in the bearer header and in `apikey=` (facts, section 1). */
export function hasKey({ headers }: IncomingMessage, url: URL, key: string): boolean {
  const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
  return (bearer ?? url.searchParams.get('apikey')) === key;
}

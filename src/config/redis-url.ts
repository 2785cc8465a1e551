import { anyUrl, type Parser } from './parsers.js';

const HOST = /^([\w.-]+|\[[\da-f:.]+\])$/i;
const DATABASE = /^(\/\d{0,4})?$/;

/**
 * `redis://[user:password@]host[:port][/database]`, or `rediss://`. User and password are percent-encoded
 * (RFC 3986): a password that contains "/", "?" or "#" as it is ends the host part early, so that the
 * URL would name another host.
 */
export const redisUrl: Parser<string> = (given) => {
  const url = new URL(anyUrl('redis:', 'rediss:')(given));
  const rest = url.pathname + url.search + url.hash;
  if (!isDecodable(url.username) || !isDecodable(url.password) || rest.includes('@')) {
    throw new Error('must have a percent-encoded user and password ("%" as %25, "/" as %2F)');
  }
  if (!HOST.test(url.hostname)) throw new Error('must name a host: redis://host:6379');
  if (url.port === '0') throw new Error('must have a port from 1 to 65535');
  if (url.username && !url.password) {
    throw new Error('must have a password after the user: redis://user:password@host');
  }
  if (url.search || url.hash) throw new Error('must not have a query or fragment');
  if (!DATABASE.test(url.pathname)) {
    throw new Error('must end in the number of a database, or nothing, after the host: /0');
  }
  return given;
};

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

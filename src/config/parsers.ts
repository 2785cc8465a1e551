import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { parseCellGrid } from '@app/cells/parse-cell-grid.js';
import type { CellGrid } from '@app/cells/cell-grid.js';

/**
 * Parses the text of one variable.
 * @throws an Error whose message says what is expected; it must not repeat the text, which the
 * caller appends unless it may be secret
 */
export type Parser<T> = (text: string) => T;

/** The content of the named file. */
export const fileText: Parser<string> = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error('must name a readable file', { cause: error });
  }
};

/** One of these words, case-sensitive. */
export function oneOf<const T extends string>(...allowed: readonly T[]): Parser<T> {
  return (given) => {
    const found = allowed.find((value) => value === given);
    if (found === undefined) throw new Error(`must be one of ${allowed.join(', ')}`);
    return found;
  };
}

/** A text that matches the pattern; `description` completes "must be …". */
export function matching(pattern: RegExp, description: string): Parser<string> {
  return (given) => {
    if (!pattern.test(given)) throw new Error(`must be ${description}`);
    return given;
  };
}

/** A whole number in decimal digits, bounds inclusive. */
export function integer(min: number, max: number): Parser<number> {
  return (given) => {
    const value = /^\d+$/.test(given) ? Number(given) : NaN;
    if (!(value >= min && value <= max)) {
      throw new Error(`must be a whole number from ${min} to ${max}`);
    }
    return value;
  };
}

/** An IPv4 or IPv6 address, without brackets. */
export const ipAddress: Parser<string> = (given) => {
  if (isIP(given) === 0) throw new Error('must be an IP address, such as ::, 0.0.0.0 or 127.0.0.1');
  return given;
};

/** `true` or `false`. */
export const flag: Parser<boolean> = (given) => oneOf('true', 'false')(given) === 'true';

/** The URL of a server whose responses are trusted: https, or http on loopback. */
export const trustedUrl: Parser<string> = (given) => {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const trusted =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!url || !trusted) throw new Error('must be an https:// URL (http:// on loopback only)');
  if (url.username || url.password || /[?#\s]/.test(given)) {
    throw new Error('must be a plain URL, without user, query, fragment or space');
  }
  return given;
};

/** A URL of one of these protocols (such as `redis:`) on any host. */
export const anyUrl =
  (...protocols: readonly string[]): Parser<string> =>
  (given) => {
    if (!URL.canParse(given) || !protocols.includes(new URL(given).protocol)) {
      throw new Error(`must be a URL that starts with ${protocols.join('// or ')}//`);
    }
    return given;
  };

/** A base URL to which paths are added. */
export const collectorUrl: Parser<string> = (given) => {
  const plain = anyUrl('http:', 'https:')(given);
  if (/[?#\s]/.test(plain)) throw new Error('must be a URL without query, fragment or space');
  return plain;
};

/** A Sentry DSN: https://docs.sentry.io/concepts/key-terms/dsn-explainer/ */
export const dsn: Parser<string> = (given) => {
  if (!/^https?:\/\/\w+@[\w.-]+(:\d+)?(\/[\w.-]+)*\/\d+$/.test(given)) {
    throw new Error('must be like https://key@host/1');
  }
  return given;
};

/** A ratio from 0 to 1. */
export const share: Parser<number> = (given) => {
  const value = /^[01](\.\d{1,9})?$/.test(given) ? Number(given) : NaN;
  if (!(value <= 1)) throw new Error('must be a number from 0 to 1');
  return value;
};

/** How positions are grouped: `metres:1000`, `degrees:0.01`. */
export const cellGrid: Parser<CellGrid> = parseCellGrid;

function isLoopback(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (bare === 'localhost' || bare.endsWith('.localhost') || bare === '::1') return true;
  return isIP(bare) === 4 && bare.startsWith('127.');
}

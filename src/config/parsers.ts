import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import type { MonthCount } from '@app/budget/month-count.js';
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

/** The keys that the named file lists, a JSON Web Key Set (RFC 7517 section 5). */
export const keySetFile: Parser<readonly unknown[]> = (path) => {
  const keys = keysIn(fileText(path));
  if (keys.length === 0) throw new Error('must name a file with a JSON Web Key Set');
  return keys;
};

function keysIn(text: string): readonly unknown[] {
  try {
    const document = JSON.parse(text) as { readonly keys?: unknown } | null;
    return Array.isArray(document?.keys) ? document.keys : [];
  } catch {
    // The message of `JSON.parse` quotes the text.
    return [];
  }
}

/** One of these words, case-sensitive. */
export function oneOf<const T extends string>(...allowed: readonly T[]): Parser<T> {
  return (given) => {
    const found = allowed.find((value) => value === given);
    if (found === undefined) throw new Error(`must be one of ${allowed.join(', ')}`);
    return found;
  };
}

/** Different words of a list, separated by commas. */
export function someOf<const T extends string>(...allowed: readonly T[]): Parser<readonly T[]> {
  const one = oneOf(...allowed);
  return (given) => {
    const words = given.split(',').map((word) => word.trim());
    if (
      new Set(words).size < words.length ||
      !words.every((word) => allowed.some((a) => a === word))
    )
      throw new Error(`must be different words of ${allowed.join(', ')}, separated by commas`);
    return words.map(one);
  };
}

/** Words of letters, digits and `._:/-`, separated by commas. */
export const words: Parser<readonly string[]> = (given) => {
  const all = given.split(',').map((word) => word.trim());
  if (all.every((word) => /^[A-Za-z0-9._:/-]{1,100}$/.test(word))) return all;
  throw new Error('must be words of at most 100 characters, separated by commas');
};

const MAIL = /^[\w.+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;
const PAGE = /^https:\/\/[\w./~%-]{1,200}$/;

/** Where an operator of another service can reach ours: goes into a User-Agent (RFC 9110 section 10.1.5). */
export const contact: Parser<string> = (given) => {
  if (MAIL.test(given) || PAGE.test(given)) return given;
  throw new Error('must be a mail address or an https:// page, such as ops@example.com');
};

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

/** A number of calls in a calendar month, UTC: `2026-11=1234567`. */
export const monthCount: Parser<MonthCount> = (given) => {
  const [, month = '', calls = ''] = /^(\d{4}-(?:0[1-9]|1[0-2]))=(\d{1,12})$/.exec(given) ?? [];
  if (!month) throw new Error('must be a month and a number of calls, such as 2026-11=1234567');
  return { month, calls: Number(calls) };
};

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

/**
 * Origins of web pages (RFC 6454), separated by commas: exactly as a browser sends them, without path, default port or
 * wildcard.
 */
export const origins: Parser<readonly string[]> = (given) => {
  const all = given.split(',').map((text) => text.trim());
  if (!all.every(isOrigin)) {
    throw new Error(
      'must be origins separated by commas, such as https://example.com,http://localhost:8080',
    );
  }
  return all;
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

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin, hostname } = new URL(text);
  return /^https?:$/.test(protocol) && origin === text && !hostname.includes('*');
}

function isLoopback(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (bare === 'localhost' || bare.endsWith('.localhost') || bare === '::1') return true;
  return isIP(bare) === 4 && bare.startsWith('127.');
}

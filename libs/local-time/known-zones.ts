import { LRUCache } from 'lru-cache';
import { ZONE_ALIASES } from './zone-aliases.js';

const VERDICTS_KEPT = 512;
/** Twice the longest name of the IANA database. */
const LONGEST_NAME = 64;
const AREA_AND_CITY = /^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+$/;

const TABLE: ReadonlySet<string> = new Set([
  ...Intl.supportedValuesOf('timeZone'),
  ...ZONE_ALIASES,
]);
const verdicts = new LRUCache<string, boolean>({ max: VERDICTS_KEPT });

/**
 * Whether a text is the name of an IANA time zone that this runtime knows. The runtime is asked, which is
 * slow, once for each name that is not in the table, such as a zone newer than this release.
 *
 * Abbreviations are not names, although ICU accepts some: its `BST` is Dhaka, its `CST` is Chicago. Nor are
 * offsets such as `+09:30`, which only newer runtimes accept.
 */
export function isKnownZone(name: string): boolean {
  if (TABLE.has(name)) return true;
  if (name.length > LONGEST_NAME || !AREA_AND_CITY.test(name)) return false;
  const kept = verdicts.get(name);
  if (kept !== undefined) return kept;
  const verdict = isAccepted(name);
  verdicts.set(name, verdict);
  return verdict;
}

function isAccepted(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    // Intl reports an unknown name only by a RangeError.
    return false;
  }
}

import { hash } from 'node:crypto';

const LENGTH = 16;

/**
 * What a proxy that compresses a response adds to its entity tag, and does not remove from the client's
 * next request: `-gzip` (Apache, Tomcat, Caddy), `--gzip` (Jetty), `;gzip`. After the quotes where it takes
 * the tag for a plain text.
 */
const CODING_SUFFIX = /(?:--?|;)(?:gzip|x-gzip|br|brotli|deflate|zstd)/;
const CODING_SUFFIXES = new RegExp(`^(?:${CODING_SUFFIX.source})+$`);

/**
 * One element of a list (RFC 9110 section 5.6.1): an entity tag or nothing, and what ends it. A suffix
 * outside the quotes is not in the grammar.
 */
const LIST_ELEMENT = new RegExp(
  String.raw`[\t ]*(?:(?:W\/)?"([\x21\x23-\x7e\x80-\xff]*)"(?:${CODING_SUFFIX.source})*[\t ]*)?(?:,|$)`,
  'y',
);

/** A weak entity tag (RFC 9110 section 8.8.3): equal for equal content, in every process. */
export function entityTag(content: string): string {
  return `W/"${hash('sha256', content, 'base64url').slice(0, LENGTH)}"`;
}

/**
 * The tag of a body that also says whether it is stale: the tag of its content while that is fresh, and another one
 * afterwards. Without it, a client that revalidates a stale body would keep what the body says about its age.
 * @param tag of the content, from `entityTag`
 */
export function tagWithStaleness(tag: string, stale: boolean): string {
  return stale ? entityTag(`stale ${tag}`) : tag;
}

/**
 * Whether `If-None-Match` matches the tag, by weak comparison (RFC 9110 section 13.1.2), with or without
 * the suffix of a compressing proxy: the content is the same. A malformed field matches nothing: a full
 * response is always correct.
 *
 * No tag matches another tag of `entityTag` by its suffix, because all have one length.
 * @param ifNoneMatch the field's value; repeated lines joined by commas
 * @param tag of the present content, from `entityTag`
 */
export function matchesAny(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === tag || ifNoneMatch === '*') return true;
  const opaque = tag.slice(tag.indexOf('"') + 1, -1);
  let matches = false;
  for (let at = 0; at < ifNoneMatch.length; at = LIST_ELEMENT.lastIndex) {
    LIST_ELEMENT.lastIndex = at;
    const element = LIST_ELEMENT.exec(ifNoneMatch);
    if (!element) return false;
    matches ||= isSame(element[1], opaque);
  }
  return matches;
}

function isSame(given: string | undefined, opaque: string): boolean {
  if (given === undefined || !given.startsWith(opaque)) return false;
  return given.length === opaque.length || CODING_SUFFIXES.test(given.slice(opaque.length));
}

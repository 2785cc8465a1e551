import { hash } from 'node:crypto';

const LENGTH = 16;

/** One element of a list (RFC 9110 section 5.6.1): an entity tag or nothing, and what ends it. */
const LIST_ELEMENT = /[\t ]*(?:(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")[\t ]*)?(?:,|$)/y;

/** A weak entity tag (RFC 9110 section 8.8.3): equal for equal content, in every process. */
export function entityTag(content: string): string {
  return `W/"${hash('sha256', content, 'base64url').slice(0, LENGTH)}"`;
}

/**
 * Whether `If-None-Match` matches the tag, by weak comparison (RFC 9110 section 13.1.2). A malformed field
 * matches nothing: a full response is always correct.
 * @param ifNoneMatch the field's value; repeated lines joined by commas
 * @param tag of the present content, from `entityTag`
 */
export function matchesAny(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === tag || ifNoneMatch === '*') return true;
  const opaque = tag.slice(tag.indexOf('"'));
  let matches = false;
  for (let at = 0; at < ifNoneMatch.length; at = LIST_ELEMENT.lastIndex) {
    LIST_ELEMENT.lastIndex = at;
    const element = LIST_ELEMENT.exec(ifNoneMatch);
    if (!element) return false;
    matches ||= element[1] === opaque;
  }
  return matches;
}

import { isUtf8 } from 'node:buffer';
import { isNestedDeeper } from '@app/json/nesting.js';

/** Tokens of known issuers have four levels at most. */
const MAX_DEPTH = 32;

/**
 * The JSON object that a part of a token encodes (RFC 7519 section 7.2).
 * @param part base64url
 * @returns undefined when it is not a JSON object in UTF-8, or is nested more than 32 levels deep
 */
export function readPart(part: string): Readonly<Record<string, unknown>> | undefined {
  const bytes = Buffer.from(part, 'base64url');
  const text = bytes.toString('utf8');
  if (!isUtf8(bytes) || isNestedDeeper(text, MAX_DEPTH)) return undefined;
  try {
    const read: unknown = JSON.parse(text);
    const isObject = typeof read === 'object' && read !== null && !Array.isArray(read);
    return isObject ? (read as Record<string, unknown>) : undefined;
  } catch {
    // Invalid JSON is the same fault as JSON that is not an object.
    return undefined;
  }
}

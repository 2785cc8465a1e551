/**
 * The JSON object that a part of a token encodes (RFC 7519 section 7.2).
 * @param part base64url
 * @returns undefined when it is not a JSON object
 */
export function readPart(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    const isObject = typeof read === 'object' && read !== null && !Array.isArray(read);
    return isObject ? (read as Record<string, unknown>) : undefined;
  } catch {
    // Invalid JSON is the same fault as JSON that is no object.
    return undefined;
  }
}

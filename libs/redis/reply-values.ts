/** Whether a part of a reply is a whole number from 0 to `max`. */
export function isCount(value: unknown, max = Number.MAX_SAFE_INTEGER): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= max;
}

/** Whether a reply is a list of texts. */
export function areTexts(reply: unknown): reply is readonly string[] {
  return Array.isArray(reply) && reply.every((part) => typeof part === 'string');
}

interface TextLimits {
  /** UTF-16 code units. */
  readonly maxLength: number;
  /** In UTF-8; absent = whatever that length takes. */
  readonly maxBytes?: number;
  readonly pattern?: RegExp;
}

/** The longest text of each kind, a few times the longest that providers send, and its pattern. */
const TEXT_LIMITS = {
  /** Part of a URL path and of a key in Redis. */
  placeKey: { maxLength: 100, pattern: /^(?!\.{1,2}$)[\w.-]+$/ },
  placeName: { maxLength: 200 },
  country: { maxLength: 2, pattern: /^[A-Z]{2}$/ },
  /** Of the IANA database, or an offset such as `+09:30`. */
  timeZone: { maxLength: 64, pattern: /^(?:[A-Za-z_]+(?:\/[\w+-]+)*|[+-]\d\d:\d\d)$/ },
  alertId: { maxLength: 100 },
  alertTitle: { maxLength: 500 },
  alertCategory: { maxLength: 100 },
  alertSource: { maxLength: 200 },
  alertArea: { maxLength: 2_000 },
  alertText: { maxLength: 10_000, maxBytes: 10_000 },
} as const satisfies Record<string, TextLimits>;

/** A kind of text. */
export type TextKind = keyof typeof TEXT_LIMITS;

/**
 * Whether a text is one of its kind: not empty, not too long, and without a lone surrogate, which UTF-8
 * and URLs cannot hold.
 */
export function isWithinLimits(kind: TextKind, text: string): boolean {
  const { maxLength, maxBytes, pattern }: TextLimits = TEXT_LIMITS[kind];
  if (text === '' || text.length > maxLength) return false;
  if (maxBytes !== undefined && Buffer.byteLength(text) > maxBytes) return false;
  return pattern ? pattern.test(text) : text.isWellFormed();
}

/** As many of the texts, in order and with a separator between them, as fit; null when none does. */
export function joinWithinLimits(
  kind: TextKind,
  texts: readonly string[],
  separator: string,
): string | null {
  return texts.reduce<string | null>((joined, text) => {
    const longer = joined === null ? text : joined + separator + text;
    return isWithinLimits(kind, longer) ? longer : joined;
  }, null);
}

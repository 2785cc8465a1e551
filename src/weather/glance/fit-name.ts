const MAX_BYTES = 32;

/** A grapheme may consist of several code points. */
const GRAPHEMES = new Intl.Segmenter();

/**
 * Truncates a name at a grapheme boundary to the bytes that are left for it in JSON.
 * @returns undefined when no grapheme fits
 */
export function fitName(name: string | null, maxBytes: number): string | undefined {
  if (!name) return undefined;
  const room = Math.min(MAX_BYTES, maxBytes);
  if (bytesOf(name) <= room) return name;
  let fitting = '';
  for (const { segment } of GRAPHEMES.segment(name)) {
    if (bytesOf(fitting + segment) > room) break;
    fitting += segment;
  }
  return fitting.trimEnd() || undefined;
}

const bytesOf = (text: string): number => Buffer.byteLength(JSON.stringify(text)) - '""'.length;

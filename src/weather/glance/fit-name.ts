const MAX_BYTES = 32;

/** What a reader takes for one letter may be several code points. */
const GRAPHEMES = new Intl.Segmenter();

/**
 * A name cut, between letters and not within one, to the bytes that are left for it in JSON.
 * @returns undefined when nothing of it fits
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

const MOST_BYTES = 32;

/** What a reader takes for one letter may be several code points. */
const LETTERS = new Intl.Segmenter();

/**
 * A name cut, between letters and not within one, to the bytes that are left for it in JSON.
 * @returns undefined when nothing of it fits
 */
export function fitName(name: string | null, roomBytes: number): string | undefined {
  if (!name) return undefined;
  const room = Math.min(MOST_BYTES, roomBytes);
  if (bytesOf(name) <= room) return name;
  let fitting = '';
  for (const { segment } of LETTERS.segment(name)) {
    if (bytesOf(fitting + segment) > room) break;
    fitting += segment;
  }
  return fitting.trimEnd() || undefined;
}

const bytesOf = (text: string): number => Buffer.byteLength(JSON.stringify(text)) - '""'.length;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** A part of a document: prose, or a fenced block of code with its fences. */
export interface MarkdownPart {
  readonly isCode: boolean;
  readonly text: string;
}

/** Splits a document at its fences (CommonMark section 4.5); the texts together are the document. */
export function splitAtFences(markdown: string): readonly MarkdownPart[] {
  const parts: { isCode: boolean; lines: string[] }[] = [{ isCode: false, lines: [] }];
  let open: string | undefined;
  for (const line of markdown.split(/(?<=\n)/)) {
    const [, fence] = FENCE.exec(line) ?? [];
    const opens = fence !== undefined && open === undefined;
    if (opens) parts.push({ isCode: true, lines: [] });
    parts.at(-1)?.lines.push(line);
    if (opens) {
      open = fence;
    } else if (open !== undefined && fence?.startsWith(open)) {
      open = undefined;
      parts.push({ isCode: false, lines: [] });
    }
  }
  return parts.map(({ isCode, lines }) => ({ isCode, text: lines.join('') }));
}

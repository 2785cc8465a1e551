const [QUOTE, BACKSLASH] = ['"', '\\'].map(codeOf);
const OPENING: ReadonlySet<number> = new Set(['{', '['].map(codeOf));
const CLOSING: ReadonlySet<number> = new Set(['}', ']'].map(codeOf));

/**
 * Whether objects and lists in a JSON text contain each other in more than `limit` levels. To be asked before
 * parsing: 16 KiB of brackets, which anybody can send, take ten times as long as a token. The text may be invalid.
 */
export function isNestedDeeperThan(limit: number, text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) isInString = !isInString;
    else if (isInString) at += code === BACKSLASH ? 1 : 0;
    else if (OPENING.has(code)) depth += 1;
    else if (CLOSING.has(code)) depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}

function codeOf(character: string): number {
  return character.charCodeAt(0);
}

const LONGEST_TEXT = 300;
const LONGEST_WORD = 30;
const LEFT_OUT = '…';
/** Letters, and what stands around them in a sentence. */
const WORD = /^[\p{L}\p{M}.,;:!()[\]'’"`_-]*$/u;

/**
 * A text of unknown origin without what it must not tell: whatever is no short word of letters, for
 * positions, tokens, URLs and addresses are none, and the secrets that are named.
 */
export function harmless(text: string, secrets: readonly string[] = []): string {
  // Before it is cut, for half a secret is none that is named.
  const withoutSecrets = secrets.reduce((rest, one) => rest.replaceAll(one, LEFT_OUT), text);
  return withoutSecrets
    .slice(0, LONGEST_TEXT)
    .split(' ')
    .map((word) => (WORD.test(word) && word.length <= LONGEST_WORD ? word : LEFT_OUT))
    .join(' ');
}

const MAX_TEXT_LENGTH = 300;
const MAX_WORD_LENGTH = 30;
const REDACTED = '…';
/** Letters, and what stands around them in a sentence. */
const WORD = /^[\p{L}\p{M}.,;:!()[\]'’"`_-]*$/u;

/**
 * A text of unknown origin without what it must not tell: whatever is no short word of letters, for
 * positions, tokens, URLs and addresses are none, and the secrets that are named.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  // Before it is cut, for half a secret is none that is named.
  const withoutSecrets = secrets.reduce((rest, one) => rest.replaceAll(one, REDACTED), text);
  return withoutSecrets
    .slice(0, MAX_TEXT_LENGTH)
    .split(' ')
    .map((word) => (WORD.test(word) && word.length <= MAX_WORD_LENGTH ? word : REDACTED))
    .join(' ');
}

const MAX_TEXT_LENGTH = 300;
const MAX_WORD_LENGTH = 30;
const REDACTED = '…';
/** Letters and punctuation. */
const WORD = /^[\p{L}\p{M}.,;:!()[\]'’"`_-]*$/u;

/**
 * Redacts a text of unknown origin: everything but short words of letters, because positions, tokens,
 * URLs and addresses are not words, and all given secrets.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  // Before the text is cut: half a secret would not match.
  const withoutSecrets = secrets.reduce((rest, one) => rest.replaceAll(one, REDACTED), text);
  return withoutSecrets
    .slice(0, MAX_TEXT_LENGTH)
    .split(' ')
    .map((word) => (WORD.test(word) && word.length <= MAX_WORD_LENGTH ? word : REDACTED))
    .join(' ');
}

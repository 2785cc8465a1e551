const MAX_TEXT_LENGTH = 1_000;
const MAX_STACK_LINES = 50;
const REPLACED = '…';
/** Control and format characters (terminal escapes, bidirectional overrides), lone surrogates, separators of lines. */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]+/gu;

/**
 * A text as it may be logged: on one line, at most 1 000 characters, without characters that change how a terminal or
 * a browser shows the rest. For texts that may quote what another server sent.
 */
export function printable(text: string): string {
  const cut = text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH)}${REPLACED}` : text;
  return cut.replace(UNPRINTABLE, REPLACED);
}

/** A copy of an error as it may be logged: its type, message and stack, of which each line is printable. */
export function printableError(error: Error): Error {
  const { name, message, stack = '' } = error;
  const lines = stack.split('\n', MAX_STACK_LINES).map(printable);
  // The logger takes the type from the prototype.
  return Object.create(Object.getPrototypeOf(error) as object, {
    name: { value: name },
    message: { value: printable(message) },
    stack: { value: lines.join('\n') },
  }) as Error;
}

const TOKEN =
  /\s+|;(?<comment>[^\n]*)|(?<token>"[^"]*"|-?\d+(?:\.\.-?\d+)?|\.size|[a-z]\w*|=>|[={}[\]()/?*,:])/y;

/** The tokens of a CDDL text in their order. A comment is a token that starts with a semicolon. */
export class CddlTokens {
  private readonly tokens: readonly string[];
  private at = 0;

  /** @throws when the text has a character that starts no token */
  constructor(text: string) {
    this.tokens = tokensOf(text);
  }

  get isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  /** @returns the next token, or an empty text at the end */
  peek(): string {
    return this.tokens[this.at] ?? '';
  }

  /** @returns the next token, which the pattern has to match */
  take(expected: RegExp): string {
    const token = this.peek();
    if (!expected.test(token)) {
      throw new Error(
        `CDDL that this reader does not know: "${token}" after "${this.before()}", not ${expected.source}`,
      );
    }
    this.at += 1;
    return token;
  }

  /** Takes the next token only if it is this one. @returns whether it was */
  takeIf(text: string): boolean {
    if (this.peek() !== text) return false;
    this.at += 1;
    return true;
  }

  private before(): string {
    return this.tokens.slice(Math.max(0, this.at - 6), this.at).join(' ');
  }
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  const pattern = new RegExp(TOKEN);
  while (pattern.lastIndex < text.length) {
    const start = pattern.lastIndex;
    const groups = pattern.exec(text)?.groups;
    if (!groups)
      throw new Error(`CDDL that this reader does not know: ${text.slice(start, start + 30)}`);
    if (groups['comment'] !== undefined) tokens.push(`;${groups['comment']}`);
    if (groups['token'] !== undefined) tokens.push(groups['token']);
  }
  return tokens;
}

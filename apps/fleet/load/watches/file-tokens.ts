import { readFileSync } from 'node:fs';
import type { TokenSource } from '../../../../packages/watch-client/http/token-cache.js';
import { UNTIL_REJECTED_MS, type SubjectTokens } from './subject-tokens.js';

/** Tokens from a file, one per line; the watches take turns. */
export class FileTokens implements SubjectTokens {
  private readonly tokens: readonly string[];

  /** @throws when the file cannot be read or has no token */
  constructor(private readonly file: string) {
    const lines = readFileSync(file, 'utf8').split('\n');
    this.tokens = [...new Set(lines.map((line) => line.trim()).filter(Boolean))];
    if (this.tokens.length === 0) throw new Error(`${file} has no token; expected one per line`);
  }

  get subjects(): number {
    return this.tokens.length;
  }

  async prepare(report: (ready: number) => void): Promise<void> {
    report(this.tokens.length);
  }

  /** @throws when the service rejects the token, because there is no other */
  sourceOf(watch: number): TokenSource {
    let value = this.tokens[watch % this.tokens.length];
    return async () => {
      if (value === undefined) throw new Error(`the service rejects a token of ${this.file}`);
      const token = { value, expiresAtMs: UNTIL_REJECTED_MS };
      value = undefined;
      return token;
    };
  }
}

import { readFileSync, statSync } from 'node:fs';
import { inspect } from 'node:util';

const LOOK_AGAIN_AFTER_MS = 1_000;

/**
 * A value that must not be printed: it shows as `[secret]` wherever it is logged or serialised. One
 * that was given as a file is read again when the file changes (Kubernetes swaps mounted secrets).
 */
export class Secret {
  private constructor(
    private readonly source: { readonly file?: string },
    private text: string,
    private modifiedMs = 0,
    private lookedAtMs = 0,
  ) {}

  static ofText(text: string): Secret {
    return new Secret({}, text);
  }

  /** @throws when the file cannot be read or is empty */
  static ofFile(file: string): Secret {
    const secret = new Secret({ file }, '');
    secret.readIfChanged();
    return secret;
  }

  /** The present value. A file that cannot be read at this moment leaves the last value in force. */
  reveal(): string {
    if (this.source.file !== undefined && Date.now() - this.lookedAtMs >= LOOK_AGAIN_AFTER_MS) {
      try {
        this.readIfChanged();
      } catch {
        // A swap in progress: the old value still stands, and the next look comes in a second.
      }
    }
    return this.text;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }

  private readIfChanged(): void {
    const file = this.source.file;
    if (file === undefined) return;
    this.lookedAtMs = Date.now();
    const { mtimeMs } = statSync(file);
    if (mtimeMs === this.modifiedMs) return;
    const text = readFileSync(file, 'utf8').trim();
    if (text === '') throw new Error('the file is empty');
    this.text = text;
    this.modifiedMs = mtimeMs;
  }
}

import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import type { Clock } from '@app/clock/clock.js';
import { SystemClock } from '@app/clock/system-clock.js';

const RELOAD_AFTER_MS = 1_000;

interface SecretFile {
  readonly file: string;
  readonly clock: Clock;
  readonly validate: (text: string) => unknown;
}

/**
 * A value that must not be printed: it appears as `[secret]` when it is logged or serialised. A secret
 * read from a file follows changes of the file (Kubernetes swaps mounted secrets).
 */
export class Secret {
  /** Private by `#`, so that no enumeration of properties reveals it. */
  #text: string;
  #checkedAtMs: number;

  private constructor(
    text: string,
    private readonly source?: SecretFile,
  ) {
    this.#text = text;
    this.#checkedAtMs = source?.clock.nowMs() ?? 0;
  }

  static ofText(text: string): Secret {
    return new Secret(text);
  }

  /**
   * @param validate throws for a text that must not replace the last value
   * @throws when the file cannot be read or is empty
   */
  static ofFile(
    file: string,
    clock: Clock = new SystemClock(),
    validate: SecretFile['validate'] = () => undefined,
  ): Secret {
    return new Secret(textOf(file), { file, clock, validate });
  }

  /** The current value. The last value is kept while the file is unreadable or its text not valid. */
  reveal(): string {
    if (this.source) this.reload(this.source, this.source.clock.nowMs());
    return this.#text;
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

  private reload({ file, validate }: SecretFile, nowMs: number): void {
    if (nowMs - this.#checkedAtMs < RELOAD_AFTER_MS) return;
    this.#checkedAtMs = nowMs;
    try {
      const text = textOf(file);
      validate(text);
      this.#text = text;
    } catch {
      // A swap is in progress, or half a value was written: keep the old one, and retry in a second.
    }
  }
}

function textOf(file: string): string {
  const text = readFileSync(file, 'utf8').trim();
  if (text === '') throw new Error('the file is empty');
  return text;
}

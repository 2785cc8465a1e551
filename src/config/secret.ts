import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import type { Clock } from '@app/clock/clock.js';
import { SystemClock } from '@app/clock/system-clock.js';

const RELOAD_AFTER_MS = 1_000;

/**
 * A value that must not be printed: it shows as `[secret]` wherever it is logged or serialised. One
 * that was given as a file is read again when the file changes (Kubernetes swaps mounted secrets).
 */
export class Secret {
  /** `#`, for whoever walks over the properties of an object does not meet it. */
  #text: string;
  #lookedAtMs: number;

  private constructor(
    text: string,
    private readonly source?: { readonly file: string; readonly clock: Clock },
  ) {
    this.#text = text;
    this.#lookedAtMs = source?.clock.nowMs() ?? 0;
  }

  static ofText(text: string): Secret {
    return new Secret(text);
  }

  /** @throws when the file cannot be read or is empty */
  static ofFile(file: string, clock: Clock = new SystemClock()): Secret {
    return new Secret(textOf(file), { file, clock });
  }

  /** The present value. A file that cannot be read at this moment leaves the last value in force. */
  reveal(): string {
    if (this.source) this.reload(this.source.file, this.source.clock.nowMs());
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

  private reload(file: string, nowMs: number): void {
    if (nowMs - this.#lookedAtMs < RELOAD_AFTER_MS) return;
    this.#lookedAtMs = nowMs;
    try {
      this.#text = textOf(file);
    } catch {
      // A swap in progress: the old value still stands, and the next look comes in a second.
    }
  }
}

function textOf(file: string): string {
  const text = readFileSync(file, 'utf8').trim();
  if (text === '') throw new Error('the file is empty');
  return text;
}

import { NotAdmittedError } from '../not-admitted.error.js';
import type { Load } from '../read-through.options.js';
import type { Window } from '../window.js';

/** A value of the source, numbered by call. */
export interface News {
  readonly edition: number;
}

export const WINDOW: Window = {
  freshForMs: 600_000,
  revalidateForMs: 300_000,
  errorForMs: 21_600_000,
};

/** A source that answers as a test says, and when. */
export class FakeSource {
  calls = 0;
  window: Window = WINDOW;
  /** Thrown instead of an answer. */
  fault: unknown = undefined;
  private gate: Promise<void> | undefined;

  /** Holds the calls that start from now on, until the returned function is called. */
  hold(): () => void {
    let release: (() => void) | undefined;
    this.gate = new Promise((resolve) => {
      release = resolve;
    });
    return () => {
      this.gate = undefined;
      release?.();
    };
  }

  /** Answers the calls that start from now on at once; those held stay held. */
  stopHolding(): void {
    this.gate = undefined;
  }

  readonly load: Load<News> = async () => {
    this.calls += 1;
    const edition = this.calls;
    await this.gate;
    if (this.fault !== undefined) throw this.fault;
    return { value: { edition }, window: this.window };
  };

  /** The load of a caller that is not admitted; held like the others. */
  readonly refuse: Load<News> = async () => {
    await this.gate;
    throw new NotAdmittedError({ cause: new Error('over the limit') });
  };
}

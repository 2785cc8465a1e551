import { NotAdmittedError } from '../not-admitted.error.js';
import type { Load } from '../read-through.options.js';
import type { Window } from '../window.js';

/** What the source gives: the number of the call tells one answer from the next. */
export interface News {
  readonly edition: number;
}

export const WINDOW: Window = {
  freshForMs: 600_000,
  revalidateForMs: 300_000,
  errorForMs: 21_600_000,
};

/** A source that answers what a test says, when it says so. */
export class FakeSource {
  calls = 0;
  window: Window = WINDOW;
  /** Thrown instead of an answer. */
  fault: unknown = undefined;
  private gate: Promise<void> | undefined;

  /** Calls that begin from now on wait until they are let go; those after that do not. */
  hold(): () => void {
    let open: (() => void) | undefined;
    this.gate = new Promise((resolve) => {
      open = resolve;
    });
    return () => {
      this.gate = undefined;
      open?.();
    };
  }

  /** Calls that begin from now on are answered at once; those that wait go on waiting. */
  answerAtOnce(): void {
    this.gate = undefined;
  }

  readonly load: Load<News> = async () => {
    this.calls += 1;
    const edition = this.calls;
    await this.gate;
    if (this.fault !== undefined) throw this.fault;
    return { value: { edition }, window: this.window };
  };

  /** The load of someone who may not ask; held up as others are. */
  readonly refuse: Load<News> = async () => {
    await this.gate;
    throw new NotAdmittedError({ cause: new Error('over the limit') });
  };
}

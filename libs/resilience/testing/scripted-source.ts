import { LoadError } from '@app/load/load.error.js';
import type { Attempt } from '../call.js';

/** How the source reacts to a call: with a value, with an error, or never. */
type Behaviour = { readonly value: string } | LoadError | 'hangs';

/** A source that behaves as a test says, and counts its calls. */
export class ScriptedSource {
  calls = 0;
  running = 0;
  maxRunning = 0;
  behaviour: Behaviour = { value: 'news' };
  latencyMs = 0;

  failWith(code: string, retryAfterMs?: number): void {
    this.behaviour = new LoadError(code, 'as the test says', retryAfterMs);
  }

  answerWith(value = 'news'): void {
    this.behaviour = { value };
  }

  readonly attempt: Attempt<string> = async (signal) => {
    this.calls += 1;
    this.running += 1;
    this.maxRunning = Math.max(this.maxRunning, this.running);
    const { behaviour } = this;
    try {
      if (this.latencyMs > 0 || behaviour === 'hangs') {
        await pass(this.latencyMs, behaviour, signal);
      }
      if (behaviour instanceof LoadError) throw behaviour;
      return behaviour === 'hangs' ? 'never' : behaviour.value;
    } finally {
      this.running -= 1;
    }
  };
}

function pass(ms: number, behaviour: Behaviour, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (behaviour !== 'hangs') setTimeout(resolve, ms);
    signal.addEventListener('abort', () => reject(new LoadError('timeout', 'no answer in time')));
  });
}

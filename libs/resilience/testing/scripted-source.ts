import { LoadError } from '@app/load/load.error.js';
import type { Attempt } from '../call.js';

/** What the source does when it is asked: a value, a failure's code, or no answer at all. */
type Deed = { readonly value: string; readonly warning?: string } | LoadError | 'hangs';

/** A source that does as a test says, and counts how often it was asked and by how many at once. */
export class ScriptedSource {
  asked = 0;
  underWay = 0;
  mostAtOnce = 0;
  deed: Deed = { value: 'news' };
  takesMs = 0;

  fails(code: string, retryAfterMs?: number): void {
    this.deed = new LoadError(code, 'as the test says', retryAfterMs);
  }

  answers(value = 'news', warning?: string): void {
    this.deed = warning === undefined ? { value } : { value, warning };
  }

  readonly attempt: Attempt<string> = async (signal) => {
    this.asked += 1;
    this.underWay += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.underWay);
    const { deed } = this;
    try {
      if (this.takesMs > 0 || deed === 'hangs') await pass(this.takesMs, deed, signal);
      if (deed instanceof LoadError) throw deed;
      return deed === 'hangs' ? { value: 'never' } : deed;
    } finally {
      this.underWay -= 1;
    }
  };
}

function pass(ms: number, deed: Deed, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (deed !== 'hangs') setTimeout(resolve, ms);
    signal.addEventListener('abort', () => reject(new LoadError('timeout', 'no answer in time')));
  });
}

import { LoadError } from '@app/load/load.error.js';

/** A provider that answers after a time, and counts. */
export class VirtualProvider {
  calls = 0;
  running = 0;
  mostRunning = 0;

  constructor(private readonly latencyMs: number) {}

  async call(signal: AbortSignal): Promise<{ readonly loadedAtMs: number }> {
    this.calls += 1;
    this.running += 1;
    this.mostRunning = Math.max(this.mostRunning, this.running);
    try {
      await new Promise<void>((resolve, reject) => {
        setTimeout(resolve, this.latencyMs);
        signal.addEventListener('abort', () => reject(new LoadError('timeout', 'no answer')));
      });
      return { loadedAtMs: Date.now() };
    } finally {
      this.running -= 1;
    }
  }
}

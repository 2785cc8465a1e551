import { counterLine } from './counter-line.js';
import { readCounters } from './counters.js';

const REWRITE_MS = 1_000;

/** A line of counters at the end of a terminal, rewritten each second. Nothing where the output is a file or a pipe. */
export class LiveLine {
  private timer: NodeJS.Timeout | undefined;
  private shown = '';

  constructor(
    private readonly metricsUrl: string,
    private readonly output: NodeJS.WriteStream,
  ) {}

  start(): void {
    if (!this.output.isTTY) return;
    this.timer = setInterval(() => void this.rewrite(), REWRITE_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async rewrite(): Promise<void> {
    const line = await readCounters(this.metricsUrl).then(
      counterLine,
      () => 'The API does not answer.',
    );
    if (line === this.shown) return;
    this.shown = line;
    this.output.write(`\r\u001B[2K${line}`);
  }
}

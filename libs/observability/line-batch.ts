import type { Writable } from 'node:stream';
import type { DestinationStream } from 'pino';

const MAX_LINES = 100;
const FLUSH_INTERVAL_MS = 200;

/**
 * Buffers log lines and writes them together, because a write per line costs as much as half a request.
 * A fatal line and the exit of the process flush the buffer. Nothing waits for a reader: Node buffers
 * what a pipe does not take.
 */
export class LineBatch implements DestinationStream {
  private lines: string[] = [];
  private due: NodeJS.Timeout | undefined;

  constructor(private readonly out: Writable) {
    process.once('exit', () => this.flushSync());
    out.on('error', dropIfUnread);
  }

  write(line: string): void {
    this.lines.push(line);
    if (this.lines.length >= MAX_LINES) this.flushSync();
    else this.due ??= setTimeout(() => this.flushSync(), FLUSH_INTERVAL_MS).unref();
  }

  /** pino calls this method after a fatal line. */
  flushSync(): void {
    clearTimeout(this.due);
    this.due = undefined;
    if (this.lines.length === 0) return;
    this.out.write(this.lines.join(''));
    this.lines = [];
  }
}

/** Without a reader of the log (EPIPE) the process continues and the lines are lost. */
function dropIfUnread(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

import type { Writable } from 'node:stream';
import type { DestinationStream } from 'pino';

const MAX_LINES = 100;
/** Nobody reads a log faster than this. */
const FLUSH_INTERVAL_MS = 200;

/**
 * Holds log lines for a moment and writes them together, because a write per line costs as much as
 * half a request. Written at once: what is held when the process exits, and a fatal line. Nothing waits for
 * a reader: Node keeps what a pipe does not take.
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

  /** pino calls it by this name after a fatal line. */
  flushSync(): void {
    clearTimeout(this.due);
    this.due = undefined;
    if (this.lines.length === 0) return;
    this.out.write(this.lines.join(''));
    this.lines = [];
  }
}

/** A reader that went away (EPIPE) is no reason to stop answering; the lines are lost. */
function dropIfUnread(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

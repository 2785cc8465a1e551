import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PRELOAD = new URL('moved-clock-preload.mjs', import.meta.url).href;

/**
 * A wall clock shared by a test and its API processes. It runs on from the time that the test sets, so a
 * day can pass in seconds with the windows of production.
 */
export class MovedClock {
  private readonly folder = mkdtempSync(join(tmpdir(), 'mfapi-clock-'));
  private readonly file = join(this.folder, 'ahead');
  private aheadMs = 0;

  /** @param startMs in the past, so that tokens of the issuer, which uses real time, are not expired */
  constructor(startMs: number) {
    this.advance(startMs - Date.now());
  }

  /** The variables for API processes that use this clock. */
  get environment(): Readonly<Record<string, string>> {
    return { NODE_OPTIONS: `--import=${PRELOAD}`, CLOCK_AHEAD_FILE: this.file };
  }

  readonly nowMs = (): number => Date.now() + this.aheadMs;

  advance(byMs: number): void {
    this.aheadMs += byMs;
    const next = join(this.folder, 'next');
    writeFileSync(next, String(this.aheadMs));
    renameSync(next, this.file);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

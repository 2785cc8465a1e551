import type { Clock } from '../clock.js';

/** A clock that stands still until a test moves it. */
export class FakeClock implements Clock {
  constructor(private atMs = Date.UTC(2026, 0, 1)) {}

  nowMs(): number {
    return this.atMs;
  }

  advance(byMs: number): void {
    this.atMs += byMs;
  }
}

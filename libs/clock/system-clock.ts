import type { Clock } from './clock.js';

/** The machine's wall clock. */
export class SystemClock implements Clock {
  nowMs(): number {
    return Date.now();
  }
}

/** Time that only passes: it does not follow when somebody sets the machine's clock. */
export class SteadyClock {
  /** Milliseconds since the process started. */
  elapsedMs(): number {
    return performance.now();
  }
}

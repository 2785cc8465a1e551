/** The environment does not make sense; the message lists every fault on a line of its own. */
export class InvalidConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The environment has ${faults.length} fault(s):\n  - ${faults.join('\n  - ')}`);
    this.name = 'InvalidConfigError';
  }
}

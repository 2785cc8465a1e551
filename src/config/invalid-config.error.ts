/** The environment is invalid; the message lists each fault on its own line. */
export class InvalidConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The environment has ${faults.length} fault(s):\n  - ${faults.join('\n  - ')}`);
    this.name = 'InvalidConfigError';
  }
}

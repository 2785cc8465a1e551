/** Redis is down, too slow, or refused the command: its `cause`. Callers go on without it. */
export class RedisDownError extends Error {
  constructor(options?: ErrorOptions) {
    super('Redis did not run the command', options);
    this.name = 'RedisDownError';
  }
}

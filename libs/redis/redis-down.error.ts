/** Redis is down or too slow. Callers go on without it. */
export class RedisDownError extends Error {
  constructor(options?: ErrorOptions) {
    super('Redis is down', options);
    this.name = 'RedisDownError';
  }
}

/** Redis is away, or too slow to wait for. Whoever asks goes on without it. */
export class RedisDownError extends Error {
  constructor(options?: ErrorOptions) {
    super('Redis is down', options);
    this.name = 'RedisDownError';
  }
}

import { RedisDownError } from './redis-down.error.js';

/** A reply that our script does not make, so that something else answers. Callers go on without Redis. */
export class UnexpectedReplyError extends RedisDownError {
  constructor() {
    super();
    this.message = 'the reply is not one of our script';
    this.name = 'UnexpectedReplyError';
  }
}

import { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { UnauthenticatedError } from '../errors/unauthenticated.error.js';
import { VerificationQueue } from './verification-queue.js';

const BAD = UnauthenticatedError.invalidToken('signature');

const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

describe('the queue of unknown tokens', () => {
  let queue: VerificationQueue;
  let connection: Socket;

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    queue = new VerificationQueue();
    connection = new Socket();
  });
  afterEach(() => void jest.useRealTimers());

  const fail = (): Promise<void> => queue.run(connection, async () => Promise.reject(BAD));

  async function failTimes(count: number): Promise<void> {
    for (let time = 0; time < count; time += 1) await expect(fail()).rejects.toBe(BAD);
  }

  it('verifies one token per turn of the event loop, in the order of arrival', async () => {
    const verified: number[] = [];
    for (const token of [1, 2, 3]) {
      void queue.run(new Socket(), async () => void verified.push(token));
    }
    expect(verified).toEqual([]);
    await nextTurn();
    expect(verified).toEqual([1]);
    await nextTurn();
    expect(verified).toEqual([1, 2]);
    await nextTurn();
    expect(verified).toEqual([1, 2, 3]);
  });

  it('delays a connection after five tokens that did not verify, and no other connection', async () => {
    await failTimes(5);
    let isAnswered = false;
    const sixth = fail().catch(() => (isAnswered = true));
    await queue.run(new Socket(), async () => undefined);
    await nextTurn();
    expect(isAnswered).toBe(false);

    await jest.advanceTimersByTimeAsync(100);
    await sixth;
    expect(isAnswered).toBe(true);
  });

  it('stops to delay a connection once a token verifies', async () => {
    await failTimes(5);
    const good = queue.run(connection, async () => 'user');
    await jest.advanceTimersByTimeAsync(100);
    expect(await good).toBe('user');

    await failTimes(5);
  });

  it('does not count failures that are not the fault of the token', async () => {
    const down = new Error('the issuer is down');
    for (let time = 0; time < 10; time += 1) {
      await expect(queue.run(connection, async () => Promise.reject(down))).rejects.toBe(down);
    }
  });
});

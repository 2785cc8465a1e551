import type { Socket } from 'node:net';
import { Injectable } from '@nestjs/common';
import { wait } from '@app/clock/wait.js';
import { TurnQueue } from '@app/event-loop/turn-queue.js';
import { UnauthenticatedError } from '../errors/unauthenticated.error.js';

/** More than a client with an expired token sends before it gets another one. */
const MAX_FAILURES = 5;
const DELAY_MS = 100;

/**
 * Lets unknown tokens wait, because anyone can send tokens that do not verify and a signature costs as much as an
 * answer. Known tokens never wait.
 *
 * One unknown token is verified per turn of the event loop, so that a request with a known one waits for at most one
 * signature. On a connection whose last 5 unknown tokens did not verify, each further one waits for 100 ms first, so that
 * the connection makes at most 10 verifications per second. The limit is on the connection, not on the address, which
 * a carrier's customers share. Where a proxy shares the connection, too, a valid new token is late once and ends the delay.
 */
@Injectable()
export class VerificationQueue {
  private readonly failures = new WeakMap<Socket, number>();
  private readonly turns = new TurnQueue(1);

  /**
   * Verifies a token when it is its turn.
   * @param connection that the token came on
   * @throws as `verify` does
   */
  async run<T>(connection: Socket, verify: () => Promise<T>): Promise<T> {
    const failures = this.failures.get(connection) ?? 0;
    if (failures >= MAX_FAILURES) await wait(DELAY_MS);
    await new Promise<void>((resolve) => this.turns.add(resolve));
    try {
      const result = await verify();
      this.failures.delete(connection);
      return result;
    } catch (error) {
      if (error instanceof UnauthenticatedError) this.failures.set(connection, failures + 1);
      throw error;
    }
  }
}

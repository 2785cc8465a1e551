import { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

const stopped = new WeakSet<Socket>();

/** Closes a connection and ignores what it has sent and was not read yet. */
export function stopConnection(connection: Socket): void {
  stopped.add(connection);
  connection.destroy();
}

/**
 * A request of a connection that can be stopped.
 *
 * One read returns up to 64 KiB, which is 1 800 short requests, and Node parses and announces them all, even when the
 * connection is closed at the 17th: that takes 20 ms. Its parser stops in the middle of a read only where the
 * protocol changes, after a request with `upgrade`; there is no listener for upgrades, so Node drops the rest.
 */
export class StoppableMessage extends IncomingMessage {
  private upgraded: boolean | null = null;

  get upgrade(): boolean | null {
    return this.upgraded === true || stopped.has(this.socket) ? true : this.upgraded;
  }

  /** Node sets it, from the headers. */
  set upgrade(upgraded: boolean | null) {
    this.upgraded = upgraded;
  }
}

import type { Agent as HttpAgent } from 'node:http';
import type { Duplex } from 'node:stream';

/** As Node names it when a connection cannot be made in time. */
class ConnectTimeoutError extends Error {
  readonly code = 'ETIMEDOUT';
}

/**
 * Makes an agent give up a connection that is not there in time: name look-up, TCP and, for https,
 * TLS. Node itself waits for minutes.
 */
export function withConnectTimeout<A extends HttpAgent>(agent: A, ms: number): A {
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    const connection = connect(options, callback);
    if (connection) destroyAfter(connection, ms);
    return connection;
  };
  return agent;
}

function destroyAfter(connection: Duplex, ms: number): void {
  let isThere = false;
  const giveUp = (): void => {
    if (!isThere) connection.destroy(new ConnectTimeoutError(`no connection within ${ms} ms`));
  };
  // A busy process comes to its timers before its sockets: it looks at those once more.
  const timer = setTimeout(() => setImmediate(giveUp), ms);
  const done = (): void => {
    isThere = true;
    clearTimeout(timer);
  };
  // A TLS socket tells of its TCP connection first, by the same event as a plain one.
  connection.once('encrypted' in connection ? 'secureConnect' : 'connect', done);
  connection.once('close', done);
}

import type { Agent as HttpAgent } from 'node:http';
import type { Duplex } from 'node:stream';

/** Has the code that Node uses for a connect timeout. */
class ConnectTimeoutError extends Error {
  readonly code = 'ETIMEDOUT';
}

/**
 * Makes an agent destroy connections that are not established in time: DNS lookup, TCP and, for https,
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
  let isEstablished = false;
  const giveUp = (): void => {
    if (!isEstablished)
      connection.destroy(new ConnectTimeoutError(`no connection within ${ms} ms`));
  };
  // A busy process runs timers before socket events: handle pending socket events first.
  const timer = setTimeout(() => setImmediate(giveUp), ms);
  const done = (): void => {
    isEstablished = true;
    clearTimeout(timer);
  };
  // A TLS socket emits `connect` for its TCP connection before the handshake.
  connection.once('encrypted' in connection ? 'secureConnect' : 'connect', done);
  connection.once('close', done);
}

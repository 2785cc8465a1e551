import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { oneAtATime } from './one-at-a-time.js';
import { StoppableMessage } from './stoppable-message.js';

/** Longer than the idle timeout of common load balancers, so that they close connections first. */
const KEEP_ALIVE_MS = 75_000;
/** From the first byte of a request to its last, headers and body. */
const REQUEST_TIMEOUT_MS = 10_000;
/** Without any byte in either direction: before a request, within one, or while the client does not read the answer. */
const IDLE_TIMEOUT_MS = 10_000;
const CONNECTIONS_CHECK_INTERVAL_MS = 1_000;

/**
 * An HTTP/1.1 server whose connections cost a bounded amount of time and memory, whatever a client does with them.
 * A request that takes longer is a `clientError` with the code `ERR_HTTP_REQUEST_TIMEOUT`; an idle connection
 * is closed.
 *
 * The time limits are given to Node together. Fastify sets `requestTimeout` alone and later, when Node has derived
 * 60 s for `headersTimeout` from its own default: the larger of the two then limits the body.
 */
export function createHttpServer(handle: RequestListener, options: ServerOptions = {}): Server {
  const server = createServer(
    {
      ...options,
      keepAliveTimeout: KEEP_ALIVE_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      headersTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: CONNECTIONS_CHECK_INTERVAL_MS,
      IncomingMessage: StoppableMessage,
    },
    oneAtATime(handle),
  );
  server.timeout = IDLE_TIMEOUT_MS;
  return server;
}

import { Agent, type Dispatcher } from 'undici';

const CONNECT_TIMEOUT_MS = 1_000;
/** The guard limits each attempt as a whole. */
const NO_TIMEOUT = 0;

/**
 * Connections to providers: keep-alive, with a connect timeout of a second. Without a limit of their number:
 * the guard limits each operation, and a slow one must not starve the others.
 * @param maxResponseBytes of a body as it is sent, compressed or not
 */
export function upstreamDispatcher(maxResponseBytes: number): Dispatcher {
  return new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS },
    headersTimeout: NO_TIMEOUT,
    bodyTimeout: NO_TIMEOUT,
    maxResponseSize: maxResponseBytes,
  });
}

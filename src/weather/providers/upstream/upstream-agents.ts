import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { withConnectTimeout } from './with-connect-timeout.js';

const CONNECT_TIMEOUT_MS = 1_000;
/** Without a socket limit: the guard limits each operation, and a slow one must not starve the others. */
const CONNECTIONS = { keepAlive: true };

/** Agents for provider connections: keep-alive, with a connect timeout of a second. */
export function upstreamAgents(): { httpAgent: HttpAgent; httpsAgent: HttpsAgent } {
  return {
    httpAgent: withConnectTimeout(new HttpAgent(CONNECTIONS), CONNECT_TIMEOUT_MS),
    httpsAgent: withConnectTimeout(new HttpsAgent(CONNECTIONS), CONNECT_TIMEOUT_MS),
  };
}

import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { withConnectTimeout } from './with-connect-timeout.js';

const CONNECT_TIMEOUT_MS = 1_000;
/** No bound of its own: a guard bounds the calls of each operation, and a slow one must not starve the others. */
const CONNECTIONS = { keepAlive: true };

/** Connections to providers: kept alive, and given up when they are not there in a second. */
export function upstreamAgents(): { httpAgent: HttpAgent; httpsAgent: HttpsAgent } {
  return {
    httpAgent: withConnectTimeout(new HttpAgent(CONNECTIONS), CONNECT_TIMEOUT_MS),
    httpsAgent: withConnectTimeout(new HttpsAgent(CONNECTIONS), CONNECT_TIMEOUT_MS),
  };
}

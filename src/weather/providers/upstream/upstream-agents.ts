import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { connectWithin } from './connect-within.js';

const CONNECT_WITHIN_MS = 1_000;
/** No bound of its own: a guard bounds the calls of each lane, and a slow one must not starve the others. */
const CONNECTIONS = { keepAlive: true };

/** Connections to providers: kept alive, and given up when they are not there in a second. */
export function upstreamAgents(): { httpAgent: HttpAgent; httpsAgent: HttpsAgent } {
  return {
    httpAgent: connectWithin(new HttpAgent(CONNECTIONS), CONNECT_WITHIN_MS),
    httpsAgent: connectWithin(new HttpsAgent(CONNECTIONS), CONNECT_WITHIN_MS),
  };
}

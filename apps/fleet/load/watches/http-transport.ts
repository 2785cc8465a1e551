import { Agent, request } from 'undici';
import type { Fetch } from '../../../../packages/watch-client/http/fetch.js';

/**
 * Sends the clients' requests over shared connections: `fetch` of Node costs several times the CPU, which would make
 * the generator late. Real watches have a connection each, so that TLS handshakes are not part of the measurement.
 */
export class HttpTransport {
  private readonly agent: Agent;

  /** @param connections the largest number to the service; more requests wait, and their latency includes it */
  constructor(connections: number) {
    this.agent = new Agent({ connections, pipelining: 1 });
  }

  readonly fetch: Fetch = async (url, { headers, signal }) => {
    const {
      statusCode,
      headers: fields,
      body,
    } = await request(url, {
      dispatcher: this.agent,
      headers,
      signal,
    });
    return {
      status: statusCode,
      headers: { get: (name) => oneOf(fields[name.toLowerCase()]) },
      arrayBuffer: () => body.arrayBuffer(),
    };
  };

  close(): Promise<void> {
    return this.agent.close();
  }
}

function oneOf(field: string | string[] | undefined): string | null {
  return Array.isArray(field) ? field.join(', ') : (field ?? null);
}

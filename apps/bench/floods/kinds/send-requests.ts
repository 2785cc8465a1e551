import { Client } from 'undici';
import type { WatchRequest } from '../../load/load.js';
import type { Outcomes } from './flood.js';

const CONNECTIONS = 50;

/**
 * Sends each request once, over 50 connections, on each as fast as it is answered.
 * @param perConnection requests after which a connection is replaced
 */
export async function sendRequests(
  url: string,
  requests: Iterable<WatchRequest>,
  perConnection = Infinity,
): Promise<Outcomes> {
  const outcomes = new Map<string, number>();
  const queue = requests[Symbol.iterator]();
  const next = (): WatchRequest | undefined => {
    const { value, done } = queue.next();
    return done === true ? undefined : value;
  };
  const connection = async (): Promise<void> => {
    let request = next();
    while (request) {
      const client = new Client(url);
      for (let sent = 0; request && sent < perConnection; sent += 1, request = next()) {
        const outcome = await outcomeOf(client, request);
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
      await client.close();
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  return outcomes;
}

async function outcomeOf(client: Client, { path, authorization }: WatchRequest): Promise<string> {
  try {
    const { statusCode, body } = await client.request({
      path,
      method: 'GET',
      headers: { authorization },
    });
    await body.dump();
    return String(statusCode);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'no answer';
  }
}

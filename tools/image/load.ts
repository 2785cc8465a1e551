import { Agent, request } from 'node:http';

const WATCHES = 20;

/**
 * Watches that send one request after the other, each on its own connection, until the server refuses connections.
 * @returns how many requests ended with each status, or error code
 */
export async function loadUntilRefused(
  url: string,
  token: string,
): Promise<Readonly<Record<string, number>>> {
  const outcomes: Record<string, number> = {};
  await Promise.all(
    Array.from({ length: WATCHES }, async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (;;) {
        const outcome = await outcomeOf(url, token, agent);
        if (outcome === 'ECONNREFUSED') break;
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      }
      agent.destroy();
    }),
  );
  return outcomes;
}

function outcomeOf(url: string, token: string, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    request(url, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
      response.resume().once('end', () => resolve(String(response.statusCode)));
    })
      .once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
      .end();
  });
}

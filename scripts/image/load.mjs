// Watches that ask again and again, each on a connection of its own.
import { Agent, request } from 'node:http';

const WATCHES = 20;

/** @returns every outcome, a status or what went wrong, once nobody can connect any more */
export async function loadUntilGone(url, token) {
  const outcomes = new Map();
  await Promise.all(
    Array.from({ length: WATCHES }, async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (;;) {
        const outcome = await ask(url, token, agent);
        if (outcome === 'ECONNREFUSED') break;
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
      agent.destroy();
    }),
  );
  return Object.fromEntries(outcomes);
}

export function ask(url, token, agent) {
  return new Promise((resolve) => {
    request(url, { agent, headers: { authorization: `Bearer ${token}` } }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode));
    })
      .once('error', ({ code, message }) => resolve(code ?? message))
      .end();
  });
}

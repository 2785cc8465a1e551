import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World } from './support/world.js';

const WATCHES = 20;

describe('graceful shutdown', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start({ environment: { DRAIN_SECONDS: '1' } });
    // An open connection without requests would delay the exit.
    await world.getOnce(PATH);
  });
  afterAll(() => world.stop());

  const PATH = '/prcpt?lt=48.8705&lg=2.3049';

  /** Sends one request with this agent; resolves to the status or the error code. */
  function send(agent: Agent, path = PATH): Promise<number | string> {
    return new Promise((resolve) => {
      const headers = { authorization: `Bearer ${world.token}` };
      request(world.api.url + path, { agent, headers }, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
      })
        .once('error', (error) => resolve((error as NodeJS.ErrnoException).code ?? error.message))
        .end();
    });
  }

  /** Sends requests on one connection until the pod accepts no new connections. */
  async function keepSending(outcomes: (number | string)[]): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (;;) {
      const outcome = await send(agent);
      if (outcome === 'ECONNREFUSED') break;
      outcomes.push(outcome);
    }
    agent.destroy();
  }

  it('makes the pod unready at once, loses no request under load, and exits with code 0', async () => {
    const outcomes: (number | string)[] = [];
    const watches = Array.from({ length: WATCHES }, () => keepSending(outcomes));
    const idle = new Agent({ keepAlive: true, maxSockets: 1 });
    await send(idle);

    const ended = world.api.end('SIGTERM');
    const probe = new Agent();
    const readiness = async (): Promise<number | string> => send(probe, '/health/ready');
    let ready = await readiness();
    while (ready === 200) ready = await readiness();
    expect(ready).toBe(503);

    await Promise.all(watches);
    // New connections are refused, but an open connection is still served.
    expect(await send(idle)).toBe(200);
    expect(await ended).toBe(0);
    expect(outcomes.length).toBeGreaterThan(WATCHES);
    expect(new Set(outcomes)).toEqual(new Set([200]));
  });
});

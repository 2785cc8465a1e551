import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World } from './support/world.js';

const WATCHES = 20;

describe('a pod that is told to go', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start({ environment: { DRAIN_SECONDS: '1' } });
    await world.get(PATH);
  });
  afterAll(() => world.stop());

  const PATH = '/prcpt?lt=48.8705&lg=2.3049';

  /** One request on a connection of its own agent; the status, or what went wrong. */
  function ask(agent: Agent, path = PATH): Promise<number | string> {
    return new Promise((resolve) => {
      const headers = { authorization: `Bearer ${world.token}` };
      request(world.api.url + path, { agent, headers }, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
      })
        .once('error', (error) => resolve((error as NodeJS.ErrnoException).code ?? error.message))
        .end();
    });
  }

  /** Asks again and again on one connection until the pod takes no new ones. */
  async function keepAsking(outcomes: (number | string)[]): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (;;) {
      const outcome = await ask(agent);
      if (outcome === 'ECONNREFUSED') break;
      outcomes.push(outcome);
    }
    agent.destroy();
  }

  it('is unready at once, loses no request under load, and exits with 0', async () => {
    const outcomes: (number | string)[] = [];
    const watches = Array.from({ length: WATCHES }, () => keepAsking(outcomes));
    const idle = new Agent({ keepAlive: true, maxSockets: 1 });
    await ask(idle);

    const ended = world.api.end('SIGTERM');
    const probe = new Agent();
    const readiness = async (): Promise<number | string> => ask(probe, '/health/ready');
    let ready = await readiness();
    while (ready === 200) ready = await readiness();
    expect(ready).toBe(503);

    await Promise.all(watches);
    // Nobody can connect any more, but the connection that was open is still served.
    expect(await ask(idle)).toBe(200);
    expect(await ended).toBe(0);
    expect(outcomes.length).toBeGreaterThan(WATCHES);
    expect(new Set(outcomes)).toEqual(new Set([200]));
  });
});

import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from '@jest/globals';
import { World } from './support/world.js';

/** Without IPv6 the API listens on IPv4 only, and must start all the same. */
const HAS_IPV6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
);

let world: World | undefined;
afterEach(async () => {
  await world?.stop();
  world = undefined;
});

/** The status at a host, or 0 when it does not accept a connection. */
async function statusAt(host: string, url: string): Promise<number> {
  const { port, pathname } = new URL(url);
  try {
    const answer = await fetch(`http://${host}:${port}${pathname}`);
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}

/** The statuses by IPv4 and by IPv6. */
function statusesAt(url: string): Promise<number[]> {
  return Promise.all(['127.0.0.1', '[::1]'].map((host) => statusAt(host, url)));
}

/** The ports of API and metrics: [IPv4, IPv6] each. */
async function statuses(environment: Readonly<Record<string, string>>): Promise<unknown> {
  world = await World.start({ environment });
  const urls = [`${world.api.url}/health/live`, world.api.metricsUrl];
  return Promise.all(urls.map(statusesAt));
}

describe(`API and metrics on a machine ${HAS_IPV6 ? 'with' : 'without'} IPv6`, () => {
  const six = HAS_IPV6 ? 200 : 0;

  it('are reachable by IPv4 and IPv6 by default', async () => {
    expect(await statuses({})).toEqual([
      [200, six],
      [200, six],
    ]);
  });

  it('are reachable by IPv4 only at HOST=0.0.0.0', async () => {
    expect(await statuses({ HOST: '0.0.0.0' })).toEqual([
      [200, 0],
      [200, 0],
    ]);
  });

  it('are reachable at HOST=::1 only, or do not start without IPv6', async () => {
    const reached = statuses({ HOST: '::1' });

    await (HAS_IPV6
      ? expect(reached).resolves.toEqual([
          [0, 200],
          [0, 200],
        ])
      : expect(reached).rejects.toThrow(/EADDRNOTAVAIL|EAFNOSUPPORT/));
  });

  it('are reachable by both at HOST=::, the default with IPv6', async () => {
    const reached = statuses({ HOST: '::' });

    await (HAS_IPV6
      ? expect(reached).resolves.toEqual([
          [200, 200],
          [200, 200],
        ])
      : expect(reached).rejects.toThrow(/EADDRNOTAVAIL|EAFNOSUPPORT/));
  });
});

import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { occupiedPorts } from './occupied-ports.js';

let server: Server | undefined;
afterEach(() => void server?.close());

async function listenOn(host: string): Promise<number> {
  server = createServer().listen(0, host);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

describe('occupiedPorts', () => {
  it.each(['127.0.0.1', '0.0.0.0'])(
    'names a port on which a process listens on %s',
    async (host) => {
      const port = await listenOn(host);

      expect(await occupiedPorts([port])).toEqual([port]);
    },
  );

  it('does not name a port that is free', async () => {
    const port = await listenOn('127.0.0.1');
    await new Promise((resolve) => server?.close(resolve));

    expect(await occupiedPorts([port])).toEqual([]);
  });
});

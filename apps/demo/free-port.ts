import { createServer } from 'node:net';
import { once } from 'node:events';

/** The port asked for when nobody listens on it, else any free one. */
export async function freePort(wanted: number): Promise<number> {
  for (const port of [wanted, 0]) {
    const server = createServer();
    server.listen(port, '0.0.0.0');
    try {
      await once(server, 'listening');
    } catch {
      continue;
    }
    const address = server.address();
    await new Promise((resolve) => server.close(resolve));
    if (typeof address === 'object' && address) return address.port;
  }
  throw new Error('no free port on this machine');
}

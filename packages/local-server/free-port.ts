import { createServer } from 'node:net';
import { once } from 'node:events';

/** The preferred port if it is free, else any free port; 0 takes any. */
export async function freePort(preferred: number): Promise<number> {
  for (const port of [preferred, 0]) {
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

import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Of these ports, those that another process of this machine listens on, on any address. The container uses the
 * network of the host, so its checks would measure that process.
 */
export async function occupiedPorts(ports: readonly number[]): Promise<readonly number[]> {
  const occupied: number[] = [];
  for (const port of ports) {
    // One after the other: our own attempts would take the port from each other.
    for (const host of ['0.0.0.0', '::']) {
      if (!occupied.includes(port) && (await isTaken(port, host))) occupied.push(port);
    }
  }
  return occupied;
}

async function isTaken(port: number, host: string): Promise<boolean> {
  const server = createServer();
  server.listen({ port, host, ipv6Only: host.includes(':'), exclusive: true });
  try {
    await once(server, 'listening');
  } catch (error) {
    // A machine may have no IPv6.
    return (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  }
  await new Promise((resolve) => server.close(resolve));
  return false;
}

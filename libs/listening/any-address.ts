import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/**
 * The address that accepts connections of every address family of this machine: `::` (IPv6 and IPv4), or
 * `0.0.0.0` where the kernel has no IPv6. It is what Node chooses for a server without a host, which
 * Fastify would replace by `localhost`.
 */
export async function anyAddress(): Promise<string> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const { address } = probe.address() as AddressInfo;
  const closed = once(probe, 'close');
  probe.close();
  await closed;
  return address;
}

import { once } from 'node:events';
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { anyAddress } from './any-address.js';
import { urlOf } from './url-of.js';

const HAS_IPV6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
);

describe('anyAddress', () => {
  it('is reachable by IPv4, and by IPv6 where the machine has it', async () => {
    const server = createServer((_, response) => response.end('here'));
    server.listen(0, await anyAddress());
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const [four, six] = await Promise.allSettled(
      ['127.0.0.1', '[::1]'].map(async (host) => (await fetch(`http://${host}:${port}`)).text()),
    );
    server.closeAllConnections();
    server.close();

    expect(four).toMatchObject({ value: 'here' });
    expect(six).toMatchObject(HAS_IPV6 ? { value: 'here' } : { status: 'rejected' });
  });
});

describe('urlOf', () => {
  it.each([
    ['::', 'http://127.0.0.1:80'],
    ['0.0.0.0', 'http://127.0.0.1:80'],
    ['::1', 'http://[::1]:80'],
    ['fd00::2', 'http://[fd00::2]:80'],
    ['10.0.0.7', 'http://10.0.0.7:80'],
  ])('of a server at %s is %s', (address, url) => {
    expect(urlOf({ address, port: 80 })).toBe(url);
  });
});

import { once } from 'node:events';
import { Agent as HttpAgent, get } from 'node:http';
import { Agent as HttpsAgent, get as getSafely } from 'node:https';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeUpstream } from './testing/fake-upstream.js';
import { withConnectTimeout } from './with-connect-timeout.js';

const TIMEOUT_MS = 100;

/** A DNS lookup that never completes. */
const neverResolves = (): void => undefined;

async function failureOf(request: ReturnType<typeof get>): Promise<unknown> {
  const startedMs = performance.now();
  const [error] = (await once(request, 'error')) as [NodeJS.ErrnoException];
  expect(performance.now() - startedMs).toBeGreaterThan(TIMEOUT_MS - 10);
  return error.code;
}

describe('withConnectTimeout', () => {
  let silent: Server;
  let upstream: FakeUpstream;

  beforeEach(async () => {
    upstream = new FakeUpstream();
    await upstream.start();
    silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
  });
  afterEach(async () => {
    silent.close();
    await upstream.stop();
  });

  it('gives up a connection that is not established in time', async () => {
    const agent = withConnectTimeout(new HttpAgent(), TIMEOUT_MS);

    expect(await failureOf(get({ agent, host: 'nowhere.test', lookup: neverResolves }))).toBe(
      'ETIMEDOUT',
    );
  });

  it('gives up a connection whose TLS handshake gets no response', async () => {
    const agent = withConnectTimeout(new HttpsAgent(), TIMEOUT_MS);
    const { port } = silent.address() as AddressInfo;

    expect(await failureOf(getSafely({ agent, host: '127.0.0.1', port }))).toBe('ETIMEDOUT');
  });

  it('does not give up a connection because the process was busy', async () => {
    const agent = withConnectTimeout(new HttpAgent(), TIMEOUT_MS);
    // From here on, timers run before socket events.
    await new Promise((resolve) => setImmediate(resolve));
    const request = get(upstream.url, { agent });
    process.nextTick(() => {
      const untilMs = performance.now() + 2 * TIMEOUT_MS;
      while (performance.now() < untilMs);
    });

    await expect(once(request, 'response')).resolves.toBeDefined();
    agent.destroy();
  });

  it('lets an established connection respond slowly and be reused', async () => {
    upstream.handler = (response) => setTimeout(() => response.end('late'), 3 * TIMEOUT_MS);
    const agent = withConnectTimeout(new HttpAgent({ keepAlive: true }), TIMEOUT_MS);
    const ports = new Set<number | undefined>();
    for (let i = 0; i < 2; i += 1) {
      const [response] = await once(get(upstream.url, { agent }), 'response');
      ports.add(response.socket.localPort);
      expect(await response.toArray()).toEqual([Buffer.from('late')]);
    }
    expect(ports.size).toBe(1);
    agent.destroy();
  });
});

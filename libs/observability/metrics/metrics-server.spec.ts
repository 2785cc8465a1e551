import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { Counter, Registry } from 'prom-client';
import { MetricsServer } from './metrics-server.js';

it('MetricsServer serves the registry at /metrics only', async () => {
  const registry = new Registry();
  new Counter({ name: 'cups_total', help: 'Cups of tea.', registers: [registry] }).inc(3);
  const server = new MetricsServer(
    { host: undefined, port: 0, prefix: '', build: {}, clientOf: () => 'user' },
    registry,
  );
  await server.onApplicationBootstrap();
  const url = `http://127.0.0.1:${server.port}`;

  expect(await (await fetch(`${url}/metrics`)).text()).toContain('cups_total 3');
  expect((await fetch(`${url}/`)).status).toBe(404);
  expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(404);
  server.onApplicationShutdown();
  await expect(fetch(`${url}/metrics`)).rejects.toThrow();
});

it('MetricsServer throws at startup when its port is taken', async () => {
  const other = createServer().listen(0, '0.0.0.0');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const server = new MetricsServer(
    { host: undefined, port, prefix: '', build: {}, clientOf: () => 'user' },
    new Registry(),
  );

  await expect(server.onApplicationBootstrap()).rejects.toMatchObject({ code: 'EADDRINUSE' });
  other.close();
});

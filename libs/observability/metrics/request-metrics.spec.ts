import { expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { Registry } from 'prom-client';
import type { MetricsOptions } from './metrics.options.js';
import { RequestMetrics } from './request-metrics.js';

const ODD_PATHS = 200;
const OPTIONS: MetricsOptions = {
  host: undefined,
  port: 0,
  prefix: 'api_',
  build: {},
  clientOf: ({ headers }) => (headers['x-probe'] ? 'probe' : 'user'),
};

type Sent = [method: string, url: string, headers?: Record<string, string>];

async function metricsAfter(...requests: Sent[]): Promise<string[]> {
  const registry = new Registry();
  const server = fastify();
  new RequestMetrics(OPTIONS, registry).follow(server);
  server.get('/tea/:kind', () => 'green');
  server.addHttpMethod('PROPFIND').propfind('/tea/:kind', () => 'none');
  for (const [method, url, headers = {}] of requests) {
    await server.inject({ method: method as 'GET', url, headers });
  }
  await server.close();
  return (await registry.metrics()).split('\n');
}

it('RequestMetrics counts and times a request by its route template', async () => {
  const lines = await metricsAfter(['GET', '/tea/green?lt=1'], ['GET', '/tea/black']);

  expect(lines).toContain(
    'api_http_requests_total{route="/tea/:kind",method="GET",status="200",client="user"} 2',
  );
  expect(lines).toContain(
    'api_http_request_duration_seconds_bucket{le="5",route="/tea/:kind",method="GET",status="200",client="user"} 2',
  );
});

it('RequestMetrics has one series for unmatched paths and one for unusual methods', async () => {
  const odd = Array.from({ length: ODD_PATHS }, (_, at): [string, string] => ['GET', `/${at}`]);
  const lines = await metricsAfter(...odd, ['PROPFIND', '/tea/green']);

  expect(lines.filter((line) => line.startsWith('api_http_requests_total'))).toEqual([
    `api_http_requests_total{route="(unmatched)",method="GET",status="404",client="user"} ${ODD_PATHS}`,
    'api_http_requests_total{route="/tea/:kind",method="other",status="200",client="user"} 1',
  ]);
});

it('RequestMetrics counts the requests of each kind of client apart', async () => {
  const lines = await metricsAfter(
    ['GET', '/tea/green'],
    ['GET', '/tea/green', { 'x-probe': '1' }],
    ['GET', '/tea/green', { 'x-probe': '1' }],
  );

  expect(lines.filter((line) => line.startsWith('api_http_requests_total'))).toEqual([
    'api_http_requests_total{route="/tea/:kind",method="GET",status="200",client="user"} 1',
    'api_http_requests_total{route="/tea/:kind",method="GET",status="200",client="probe"} 2',
  ]);
});

import { expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { Registry } from 'prom-client';
import { RequestMetrics } from './request-metrics.js';

const ODD_PATHS = 200;

async function metricsAfter(...requests: [method: string, url: string][]): Promise<string[]> {
  const registry = new Registry();
  const server = fastify();
  new RequestMetrics({ host: undefined, port: 0, prefix: 'api_', build: {} }, registry).follow(
    server,
  );
  server.get('/tea/:kind', () => 'green');
  server.addHttpMethod('PROPFIND').propfind('/tea/:kind', () => 'none');
  for (const [method, url] of requests) await server.inject({ method: method as 'GET', url });
  await server.close();
  return (await registry.metrics()).split('\n');
}

it('RequestMetrics counts and times a request by its route template', async () => {
  const lines = await metricsAfter(['GET', '/tea/green?lt=1'], ['GET', '/tea/black']);

  expect(lines).toContain(
    'api_http_requests_total{route="/tea/:kind",method="GET",status="200"} 2',
  );
  expect(lines).toContain(
    'api_http_request_duration_seconds_bucket{le="5",route="/tea/:kind",method="GET",status="200"} 2',
  );
});

it('RequestMetrics has one series for unmatched paths and one for unusual methods', async () => {
  const odd = Array.from({ length: ODD_PATHS }, (_, at): [string, string] => ['GET', `/${at}`]);
  const lines = await metricsAfter(...odd, ['PROPFIND', '/tea/green']);

  expect(lines.filter((line) => line.startsWith('api_http_requests_total'))).toEqual([
    `api_http_requests_total{route="(unmatched)",method="GET",status="404"} ${ODD_PATHS}`,
    'api_http_requests_total{route="/tea/:kind",method="other",status="200"} 1',
  ]);
});

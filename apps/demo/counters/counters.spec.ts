import { describe, expect, it } from '@jest/globals';
import { countersIn } from './counters.js';
import { counterLine } from './counter-line.js';

const METRICS = `# TYPE mfapi_http_requests_total counter
mfapi_http_requests_total{route="/v1/glance",method="GET",status="200"} 900
mfapi_http_requests_total{route="/v1/glance",method="GET",status="304"} 95
mfapi_http_requests_total{route="/health/ready",method="GET",status="200"} 40
mfapi_http_requests_total{route="/",method="GET",status="200"} 5
# TYPE mfapi_upstream_calls_total counter
mfapi_upstream_calls_total{provider="accwea",dataset="conditions",outcome="ok"} 1500
`;

describe('the counters of the demo', () => {
  it('count requests for weather, provider calls and their price', () => {
    expect(countersIn(METRICS)).toEqual({
      requests: 995,
      providerCalls: 1_500,
      costUsd: 1.5,
      pricePer1000Usd: 1,
    });
  });

  it('are 0 before the first request', () => {
    expect(countersIn('')).toMatchObject({ requests: 0, providerCalls: 0, costUsd: 0 });
  });

  it('fit one line of a terminal', () => {
    const line = counterLine(countersIn(METRICS));

    expect(line).toBe('995 requests · 1 500 provider calls · $1.50 at $1 per 1 000 calls');
    expect(line.length).toBeLessThan(80);
  });
});

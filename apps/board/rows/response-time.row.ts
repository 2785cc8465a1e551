import { badFrom } from '../grafana/limits.js';
import { lines } from '../grafana/panels.js';
import { WATCH_REQUESTS, NOT_REJECTED, quantileOf } from '../promql.js';
import type { Row } from './row.js';

const OBJECTIVE_SECONDS = 0.2;
const RUNBOOK = 'Answers are slow';

export function responseTimeRow(): Row {
  return {
    title: 'Response time per endpoint (objective: 200 ms)',
    panels: [
      duration('p50', 0.5, 'a few ms: most requests are served from memory.'),
      duration('p95', 0.95, 'below the line: the objective is p95 ≤ 200 ms for each endpoint.'),
      duration('p99', 0.99, 'sometimes above the line: requests that wait for the provider.'),
    ],
  };
}

function duration(name: string, quantile: number, normal: string) {
  const metric = 'mfapi_http_request_duration_seconds';
  return lines(
    {
      title: `${name} per endpoint`,
      normal,
      otherwise:
        'with high CPU there are too few pods; otherwise see the duration of provider calls.',
      runbook: RUNBOOK,
    },
    {
      '{{route}}': quantileOf({
        quantile,
        metric,
        by: 'route',
        matchers: [WATCH_REQUESTS, NOT_REJECTED],
      }),
    },
    { unit: 's', limit: badFrom(OBJECTIVE_SECONDS) },
  );
}

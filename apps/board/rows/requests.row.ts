import { hourlyBars, figure } from '../grafana/panels.js';
import { REQUESTS, riseIn } from '../promql.js';
import type { Row } from './row.js';

const RUNBOOK = 'Nobody is served';

export function requestsRow(): Row {
  return { title: 'Requests per hour', panels: [byEndpoint(), byRegion(), lastHour()] };
}

const inAnHour = riseIn('1h', 'mfapi_http_requests_total', REQUESTS);

function byEndpoint() {
  return hourlyBars(
    {
      title: 'Requests per hour, by endpoint',
      normal: 'the hours of the day, like the day before.',
      otherwise: 'none at all: from outside to inside, stop at the first that fails.',
      runbook: RUNBOOK,
    },
    { '{{route}}': `sum by (route) (${inAnHour})` },
  );
}

function byRegion() {
  return hourlyBars(
    {
      title: 'Requests per hour, by region',
      normal: 'each region has its own day.',
      otherwise: 'one has none and the other more: Front Door has moved the watches.',
      runbook: 'A region is lost',
    },
    { '{{environment}} {{region}}': `sum by (environment, region) (${inAnHour})` },
  );
}

function lastHour() {
  return figure(
    {
      title: 'Requests in the last hour',
      normal: 'near what this hour had yesterday.',
      otherwise: 'far more: is it growth, a wave, or one user? See 429 among the status codes.',
      runbook: 'Few answers are 2XX',
    },
    { requests: `sum(${inAnHour})` },
    { inRowOf: 3 },
  );
}

import { hourlyBars, figure } from '../grafana/panels.js';
import { REQUESTS, increaseIn } from '../promql.js';
import type { Row } from './row.js';

const RUNBOOK = 'No user is served';

export function requestsRow(): Row {
  return { title: 'Requests per hour', panels: [byEndpoint(), byRegion(), lastHour()] };
}

const inAnHour = increaseIn('1h', 'mfapi_http_requests_total', REQUESTS);

function byEndpoint() {
  return hourlyBars(
    {
      title: 'Requests per hour, by endpoint',
      normal: 'the same daily pattern as the day before.',
      otherwise:
        'none at all: check each hop from the outside in, and stop at the first that fails.',
      runbook: RUNBOOK,
    },
    { '{{route}}': `sum by (route) (${inAnHour})` },
  );
}

function byRegion() {
  return hourlyBars(
    {
      title: 'Requests per hour, by region',
      normal: 'each region has its own daily pattern.',
      otherwise: 'none in one region and more in the other: Front Door has moved the traffic.',
      runbook: 'A region is lost',
    },
    { '{{environment}} {{region}}': `sum by (environment, region) (${inAnHour})` },
  );
}

function lastHour() {
  return figure(
    {
      title: 'Requests in the last hour',
      normal: 'about as many as in the same hour yesterday.',
      otherwise: 'far more: growth, a burst or one user? See 429 in the status codes.',
      runbook: 'Few answers are 2XX',
    },
    { requests: `sum(${inAnHour})` },
    { inRowOf: 3 },
  );
}

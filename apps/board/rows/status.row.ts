import { badUnder } from '../grafana/limits.js';
import { areas, lines } from '../grafana/panels.js';
import { ALERT_SPAN, perSecond, REQUESTS, successShare } from '../promql.js';
import type { Row } from './row.js';

const RUNBOOK = 'Few answers are 2XX';
const NO_GO = 0.8;
const COUNT = 'mfapi_http_requests_total';

export function statusRow(): Row {
  return { title: 'Status codes', panels: [share(), byStatus(), failures()] };
}

function share() {
  return lines(
    {
      title: 'Success share (no-go under 80 %)',
      normal:
        '99.5 % or more are 2XX or 304, not counting requests outside the pilot and (unmatched).',
      otherwise:
        'below 80 % for 10 minutes pages on-call; the panel on the right shows the statuses.',
      runbook: RUNBOOK,
    },
    { '{{environment}} {{region}}': successShare(ALERT_SPAN) },
    { unit: 'percentunit', max: 1, limit: badUnder(NO_GO) },
  );
}

function byStatus() {
  return areas(
    {
      title: 'Responses by status',
      normal: '200, and 304 for requests with an ETag; a few 4XX from faulty clients.',
      otherwise:
        '401: issuer. 403: scope or pilot. 429: a user over a limit. 503: nothing to serve.',
      runbook: RUNBOOK,
    },
    { '{{status}}': `sum by (status) (${perSecond(COUNT, REQUESTS)})` },
    { unit: 'reqps' },
  );
}

function failures() {
  const failed = perSecond(COUNT, REQUESTS, 'status!~"2..|304"');
  return lines(
    {
      title: 'Failures by status and endpoint',
      normal: 'almost none; (unmatched) are scanners and can be ignored.',
      otherwise: '5XX on one endpoint: its dataset. On all endpoints: the provider or a release.',
      runbook: RUNBOOK,
    },
    { '{{status}} {{route}}': `topk(10, sum by (status, route) (${failed}))` },
    { unit: 'reqps' },
  );
}

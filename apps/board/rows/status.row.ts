import { badUnder } from '../grafana/limits.js';
import { areas, lines } from '../grafana/panels.js';
import { ALERT_SPAN, perSecond, REQUESTS, successShare } from '../promql.js';
import type { Row } from './row.js';

const RUNBOOK = 'Few answers are 2XX';
const NO_GO = 0.8;
const COUNT = 'mfapi_http_requests_total';

export function statusRow(): Row {
  return { title: 'Status codes', panels: [share(), byStatus(), whatFails()] };
}

function share() {
  return lines(
    {
      title: 'Success share (no-go under 80 %)',
      normal:
        '99.5 % or more are 2XX or 304. Whom the pilot turns away does not count, nor (unmatched).',
      otherwise:
        'under 80 % for 10 minutes wakes somebody; the panel on the right says which status.',
      runbook: RUNBOOK,
    },
    { '{{environment}} {{region}}': successShare(ALERT_SPAN) },
    { unit: 'percentunit', max: 1, limit: badUnder(NO_GO) },
  );
}

function byStatus() {
  return areas(
    {
      title: 'Answers by status',
      normal:
        '200, and 304 for watches that ask with an ETag; a few 4XX of clients that are wrong.',
      otherwise:
        '401: issuer. 403: scope or pilot. 429: one user is stopped. 503: nothing to serve.',
      runbook: RUNBOOK,
    },
    { '{{status}}': `sum by (status) (${perSecond(COUNT, REQUESTS)})` },
    { unit: 'reqps' },
  );
}

function whatFails() {
  const failed = perSecond(COUNT, REQUESTS, 'status!~"2..|304"');
  return lines(
    {
      title: 'What fails, and where',
      normal: 'near nothing; (unmatched) are scanners, and no affair of ours.',
      otherwise: '5XX on one endpoint is that dataset, on all of them the provider or a release.',
      runbook: RUNBOOK,
    },
    { '{{status}} {{route}}': `topk(10, sum by (status, route) (${failed}))` },
    { unit: 'reqps' },
  );
}

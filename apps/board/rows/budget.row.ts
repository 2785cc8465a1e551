import { badPast, badUnder } from '../grafana/limits.js';
import { figure, lines } from '../grafana/panels.js';
import { selected, increaseIn } from '../promql.js';
import { PRICE } from '../variables.js';
import type { Row } from './row.js';

const RUNBOOK = 'The budget runs out';
const DAYS_OF_MONTH = 30;

export function budgetRow(): Row {
  return {
    title: 'Budget and cost',
    panels: [
      callsInADay(),
      costOfADay(),
      costOfAMonth(),
      untilTheEnd(),
      left(),
      ttlFactor(),
      count(),
    ],
  };
}

const callsOfADay = `sum by (provider) (${increaseIn('24h', 'mfapi_upstream_calls_total')})`;
/** The minimum over the pods, as in the alerts, because a pod that has just started has counted fewer calls. */
const leftCalls = `min by (environment, region, window) (${selected('mfapi_budget_left_calls')})`;
const limitCalls = `max by (environment, region, window) (${selected('mfapi_budget_limit_calls')})`;
const leftShare = `${leftCalls} / ${limitCalls}`;

/** Without the fallback provider, which has its own contract. */
const paid = `sum(${increaseIn('24h', 'mfapi_upstream_calls_total', 'provider="accwea"')})`;

function callsInADay() {
  return figure(
    {
      title: 'Calls in 24 hours',
      normal: 'like yesterday: calls depend on the number of places, not of watches.',
      otherwise: 'more calls: new places or misuse. See the misses by country.',
      runbook: RUNBOOK,
    },
    { '{{provider}}': callsOfADay },
  );
}

function costOfADay() {
  return figure(
    {
      title: 'Cost of 24 hours',
      normal:
        'calls to AccuWeather × the price of 1000 calls, which is set at the top of the board.',
      otherwise: 'lengthen the window that causes most calls.',
      runbook: RUNBOOK,
    },
    { cost: `${paid} * $${PRICE} / 1000` },
  );
}

function costOfAMonth() {
  return figure(
    {
      title: 'Cost of a month at this rate',
      normal: `${DAYS_OF_MONTH} days like the last 24 hours: within the contract.`,
      otherwise: 'lengthen the window that causes most calls, or choose a larger plan.',
      runbook: RUNBOOK,
    },
    { cost: `${paid} * ${DAYS_OF_MONTH} * $${PRICE} / 1000` },
  );
}

function untilTheEnd() {
  const end = selected('mfapi_budget_window_end_timestamp_seconds');
  return figure(
    {
      title: 'Time until the budget resets',
      normal: 'at most a day and a month.',
      otherwise: 'with no calls left until then, only cached data and the fallback are served.',
      runbook: RUNBOOK,
    },
    { '{{window}}': `max by (window) (${end} > 0) - time()` },
    { unit: 's' },
  );
}

function left() {
  return lines(
    {
      title: 'Remaining share of the budget',
      normal:
        'from 0.9 with Redis, it falls evenly and does not reach zero before the window ends.',
      otherwise: 'at zero only cached data is served. Lengthen WINDOWS before that.',
      runbook: RUNBOOK,
    },
    { '{{environment}} {{region}} {{window}}': leftShare },
    { unit: 'percentunit', max: 1, limit: badUnder(0.1) },
  );
}

function ttlFactor() {
  const highest = `max by (environment, region) (${selected('mfapi_budget_stretch_ratio')})`;
  return lines(
    {
      title: 'TTL factor',
      normal: '1: the budget is on track.',
      otherwise: 'up to 4: windows are multiplied by it, so that the budget lasts.',
      runbook: RUNBOOK,
    },
    { '{{environment}} {{region}}': highest },
    { limit: badPast(1.5, 4) },
  );
}

function count() {
  const reserve = `sum(${selected('mfapi_budget_reserve_in_use')})`;
  const losses = `sum(${increaseIn('1h', 'mfapi_budget_count_losses_total')})`;
  return lines(
    {
      title: 'Reserve and lost counts',
      normal: 'no pod uses its reserve, and Redis has not lost the count.',
      otherwise: 'Redis is unavailable or came back empty; the total limit still holds.',
      runbook: 'Redis is away',
    },
    { 'pods using their reserve': reserve, 'lost counts per hour': losses },
    { limit: badPast(1, 2) },
  );
}

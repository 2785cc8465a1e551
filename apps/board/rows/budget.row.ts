import { badPast, badUnder } from '../grafana/limits.js';
import { figure, lines } from '../grafana/panels.js';
import { chosen, riseIn } from '../promql.js';
import { PRICE } from '../variables.js';
import type { Row } from './row.js';

const RUNBOOK = 'The budget runs out';
const DAYS_OF_MONTH = 30;

export function budgetRow(): Row {
  return {
    title: 'Budget and money',
    panels: [
      callsInADay(),
      costOfADay(),
      costOfAMonth(),
      untilTheEnd(),
      left(),
      stretch(),
      count(),
    ],
  };
}

const callsOfADay = `sum by (provider) (${riseIn('24h', 'mfapi_upstream_calls_total')})`;
/** A pod that has just started knows less of what was used, as in the alerts. */
const leftCalls = `min by (environment, region, window) (${chosen('mfapi_budget_left_calls')})`;
const limitCalls = `max by (environment, region, window) (${chosen('mfapi_budget_limit_calls')})`;
const leftShare = `${leftCalls} / ${limitCalls}`;

/** The fall-back has a contract of its own. */
const paid = `sum(${riseIn('24h', 'mfapi_upstream_calls_total', 'provider="accwea"')})`;

function callsInADay() {
  return figure(
    {
      title: 'Calls in 24 hours',
      normal: 'as yesterday: they follow places, not watches.',
      otherwise: 'more: new places, or a thief? Misses by country tell.',
      runbook: RUNBOOK,
    },
    { '{{provider}}': callsOfADay },
  );
}

function costOfADay() {
  return figure(
    {
      title: 'Cost of 24 hours',
      normal: 'calls to AccuWeather × the price of 1000 calls, which stands above the board.',
      otherwise: 'lengthen the dearest window.',
      runbook: RUNBOOK,
    },
    { cost: `${paid} * $${PRICE} / 1000` },
  );
}

function costOfAMonth() {
  return figure(
    {
      title: 'Cost of a month at this pace',
      normal: `${DAYS_OF_MONTH} days like the last 24 hours: within the contract.`,
      otherwise: 'lengthen the dearest window, or raise the plan.',
      runbook: RUNBOOK,
    },
    { cost: `${paid} * ${DAYS_OF_MONTH} * $${PRICE} / 1000` },
  );
}

function untilTheEnd() {
  const end = chosen('mfapi_budget_window_end_timestamp_seconds');
  return figure(
    {
      title: 'Until calls are given anew',
      normal: 'up to a day, and up to a month.',
      otherwise: 'none are left until then? Copies are served, and the fall-back.',
      runbook: RUNBOOK,
    },
    { '{{window}}': `max by (window) (${end} > 0) - time()` },
    { unit: 's' },
  );
}

function left() {
  return lines(
    {
      title: 'Share of the budget that is left',
      normal: 'it falls evenly, and not to zero before the window ends.',
      otherwise: 'at zero only copies are served. Lengthen WINDOWS before that.',
      runbook: RUNBOOK,
    },
    { '{{environment}} {{region}} {{window}}': leftShare },
    { unit: 'percentunit', max: 1, limit: badUnder(0.1) },
  );
}

function stretch() {
  const most = `max by (environment, region) (${chosen('mfapi_budget_stretch_ratio')})`;
  return lines(
    {
      title: 'By how much windows are stretched',
      normal: '1: the budget lasts.',
      otherwise: 'up to 4: weather is served for longer, so that the budget lasts.',
      runbook: RUNBOOK,
    },
    { '{{environment}} {{region}}': most },
    { limit: badPast(1.5, 4) },
  );
}

function count() {
  const reserve = `sum(${chosen('mfapi_budget_reserve_in_use')})`;
  const losses = `sum(${riseIn('1h', 'mfapi_budget_count_losses_total')})`;
  return lines(
    {
      title: 'Reserve and lost counts',
      normal: 'no pod spends its reserve, and Redis never lost the count.',
      otherwise: 'Redis is away, or came back empty: the total still holds.',
      runbook: 'Redis is away',
    },
    { 'pods on their reserve': reserve, 'counts lost in an hour': losses },
    { limit: badPast(1, 2) },
  );
}

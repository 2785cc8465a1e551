import { mainFleet, type ReportData } from '../data/report-data.js';
import { callsPerMonth, priceOfCalls } from '../regret/choice.js';
import type { Prices } from '../regret/prices.js';
import { short } from '../regret/regret-table.js';
import { bytes, percent } from '../text/format.js';
import { fleetCells } from '../text/shared-rows.js';
import { escaped, source, tableHtml } from './html.js';

/** The figures of the fleet that the report is about. */
export function overview(data: ReportData, prices: Prices): string {
  const fleet = mainFleet(data);
  const perMonth = priceOfCalls(callsPerMonth(fleet), 0, prices);
  const cards = [
    ['calls to the provider', short(fleet.calls), 'per day'],
    ['price of the calls', short(perMonth), `per month at ${prices.per1000Calls} per 1 000`],
    ['per watch', (fleet.calls / fleet.watches).toFixed(1), 'calls per day'],
    ['hit ratio', percent(fleet.hitRatio), 'of all reads'],
    ['busiest second', short(fleet.requestsPerSecond.peak), 'requests'],
    ['pods of one core', String(fleet.pods), 'at the busiest second'],
    ['memory of Redis', bytes(fleet.redisBytes), 'records and keys'],
    ['without a cache', `${fleet.timesFewer.toFixed(0)} ×`, 'as many calls for conditions'],
  ] as const;
  return `<h1>What ${short(fleet.watches)} watches cost</h1>
<p class="lead">A day of all watches in virtual time, by the rules of the product, planned on ${escaped(data.plannedOn)}. Money is in your currency; the prices are examples until you give yours.</p>
<dl class="figures">${cards
    .map(
      ([what, number, unit]) =>
        `<div><dt>${what}</dt><dd>${number}<small>${unit}</small></dd></div>`,
    )
    .join('')}</dl>
${source(fleet.command)}`;
}

/** The same figures of all fleets. */
export function fleetTable({ fleets }: ReportData, prices: Prices): string {
  return tableHtml(
    ['watches', 'hits', 'calls/day', 'per watch', 'money/month', 'req/s, busiest', 'pods', 'Redis'],
    fleets.map((fleet) => fleetCells(fleet, prices, short(fleet.requestsPerSecond.peak))),
  );
}

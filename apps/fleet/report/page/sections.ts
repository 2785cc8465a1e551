import { agedRows, ageChart } from '../charts/age.js';
import { hitRatioChart } from '../charts/hit-ratio.js';
import { leverName, leversOf } from '../charts/lever-rows.js';
import { leversChart, signed } from '../charts/levers.js';
import { loadMapChart } from '../charts/load-map.js';
import { peakChart } from '../charts/peak.js';
import { mainFleet, type ReportData } from '../data/report-data.js';
import { callsPerMonth, priceOfCalls } from '../regret/choice.js';
import type { Prices } from '../regret/prices.js';
import { short } from '../regret/regret-table.js';
import { memoryCells } from '../text/shared-rows.js';
import { figure } from './figure.js';
import { source, tableHtml } from './html.js';
import { fleetTable } from './overview.js';

export async function hitRatioSection(data: ReportData, prices: Prices): Promise<string> {
  return `<h2>Hit ratio by size of the fleet</h2>
<p>Calls depend on places and windows. More watches in a place share its records, so each watch costs less: a pilot looks expensive, and says little about the fleet.</p>
${await figure('Hit ratio of each dataset by number of watches', (width) => hitRatioChart(data, width))}
${fleetTable(data, prices)}
${source(...data.fleets.map(({ command }) => command))}`;
}

export async function leverSection(data: ReportData, prices: Prices): Promise<string> {
  const fleet = mainFleet(data);
  const perMonth = priceOfCalls(callsPerMonth(fleet), 0, prices);
  const rows = leversOf(fleet).map((row) => [
    leverName(row),
    `${signed(100 * row.change, 1)} %`,
    short(perMonth * (1 + row.change)),
    minutes(row.age.p50),
    minutes(row.age.max),
    row.kmP95.toFixed(1),
  ]);
  return `<h2>Calls and money by lever</h2>
<p>One setting changed at a time, the others as they are by default. Blue saves, orange costs. What a lever takes from the watch, in age and kilometres, is in the table.</p>
${await figure('Calls and money that each setting saves or costs', (width) => leversChart(data, prices, width))}
<details><summary>Age and distance of each lever</summary>
${tableHtml(['lever', 'calls', 'money/month', 'age p50, min', 'max, min', 'km p95'], rows)}
</details>
${source(fleet.command)}`;
}

export async function ageSection(data: ReportData): Promise<string> {
  const fleet = mainFleet(data);
  const items = agedRows(fleet).map(
    (row, index) =>
      `<li>${index === 0 ? 'the defaults' : leverName(row)}: ${signed(100 * row.change, 1)} % calls, half of the data is younger than ${minutes(row.age.p50)} min, none is older than ${minutes(row.age.max)} min</li>`,
  );
  return `<h2>Age against calls</h2>
<p>Every call that is saved is paid for in the age of what a watch shows. Down and to the left is better, and no setting goes both ways.</p>
${await figure('Median age of conditions against calls, by setting', (width) => ageChart(data, width))}
<ol>${items.join('')}</ol>
${source(fleet.command)}`;
}

export async function peakSection(data: ReportData): Promise<string> {
  const rows = data.polling.map((of) => [
    of.polling === '64' ? 'at random, 64 a day' : of.polling,
    short(of.requests),
    short(of.requestsPerSecond.mean),
    short(of.requestsPerSecond.peak),
    `${(of.requestsPerSecond.peak / of.requestsPerSecond.mean).toFixed(1)} ×`,
    short(of.calls),
  ]);
  return `<h2>The peak</h2>
<p>The busiest second of each quarter hour. Watches that ask at the full quarter hour make a wave that no autoscaler can follow; our client goes by <code>max-age</code>, whose jitter spreads them.</p>
${await figure('Requests in the busiest second of each quarter hour, by how watches ask', (width) => peakChart(data, width))}
${rows.length > 0 ? tableHtml(['how watches ask', 'requests/day', 'mean/s', 'busiest s', 'ratio', 'calls/day'], rows) : ''}
${source(...(rows.length > 0 ? data.polling : [mainFleet(data)]).map(({ command }) => command))}`;
}

export async function mapSection(data: ReportData): Promise<string> {
  const [, , most = 0] = data.map[0] ?? [];
  return `<h2>Where the requests come from</h2>
<p>The area of a circle is proportional to the requests of a box of 2°; the largest has ${short(most)} a day. Regions of the deployment belong near the largest circles.</p>
${await figure('Map of requests per day', (width) => loadMapChart(data, width))}
${source(data.mapCommand)}`;
}

/** What more memory in pods buys. */
export function memorySection(data: ReportData): string {
  const rows = data.podMemory.map(memoryCells);
  return `<h2>What more memory in a pod buys</h2>
<p><code>L1_MAX_ENTRIES</code> is the number of records of each kind that a pod keeps. More of them move reads from Redis into the pod; they save no call to the provider. The bytes are an upper bound: a pod that is full of every kind.</p>
${tableHtml(['L1_MAX_ENTRIES', 'records', 'memory', 'from the pod', 'from Redis'], rows)}
${source(mainFleet(data).command)}`;
}

function minutes(seconds: number): string {
  return (seconds / 60).toFixed(1);
}

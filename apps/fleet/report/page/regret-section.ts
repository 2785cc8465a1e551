import type { FleetData, ReportData } from '../data/report-data.js';
import type { Prices } from '../regret/prices.js';
import { regretTable, short, type RegretRow, type RegretTable } from '../regret/regret-table.js';
import { leverName } from '../charts/lever-rows.js';
import { settingsRegret } from '../regret/settings-regret.js';
import { percent } from '../text/format.js';
import { source, tableHtml } from './html.js';

/** What to decide while the number of watches is unknown. */
export function regretSection({ fleets }: ReportData, prices: Prices): string {
  const table = regretTable(fleets, prices);
  const { watches, least } = table;
  const rows = table.rows.map((row) => rowHtml(row, watches, row === least));
  const heads = watches.map((of) => `<th scope="col">${short(of)}</th>`).join('');
  return `<h2>If you do not know how many watches there will be</h2>
<p class="answer">${explanation(table, prices)}</p>
<p>Each row is decided today, each column is the fleet that comes. <strong>×</strong> is what the choice costs compared with the best one for that fleet; below it, money per month. <em>Unanswered</em> is the share of requests in the busiest quarter hour that fixed pods cannot serve.</p>
<div class="wide"><table><thead><tr><th scope="col">decided today</th>${heads}<th scope="col">worst</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>
${settingsPart(fleets, prices)}
${source(...fleets.map(({ command }) => command))}`;
}

function rowHtml(
  { choice, outcomes, worst }: RegretRow,
  watches: readonly number[],
  isLeast: boolean,
) {
  const cells = outcomes.map(({ cost, regret, unanswered }, index) => {
    const of = `data-of="${short(watches[index] ?? 0)} watches"`;
    return unanswered > 0
      ? `<td ${of}><span class="bad">${percent(unanswered)} unanswered</span></td>`
      : `<td ${of}>${times(regret)}<small>${short(cost)}</small></td>`;
  });
  const worstText = worst === Infinity ? '<span class="bad">fails</span>' : times(worst);
  const name = isLeast ? `<span class="least">${choice.name}: least regret</span>` : choice.name;
  return `<tr><th scope="row">${name}</th>${cells.join('')}<td data-of="worst">${worstText}</td></tr>`;
}

/** Settings cost nothing to change, so their regret is only that of the time until somebody does. */
function settingsPart(fleets: readonly FleetData[], prices: Prices): string {
  const rows = settingsRegret(fleets, prices);
  const worst = Math.max(...(rows[0]?.regrets ?? [1]));
  return `<h3>Settings</h3>
<p>The same for settings: calls only, compared with the cheapest setting for the fleet that comes. With the defaults the price of the calls is at most ${times(worst).slice(2)} times that of the cheapest setting, and what is cheaper takes minutes or kilometres from every watch. So start with the defaults, and decide on real traffic.</p>
<details><summary>Regret of each setting</summary>
${tableHtml(
  ['setting', ...fleets.map(({ watches }) => short(watches)), 'oldest, min', 'km p95'],
  rows.map(({ row, regrets }) => [
    row.sweep === 'reference' ? 'the defaults' : leverName(row),
    ...regrets.map(times),
    (row.age.max / 60).toFixed(0),
    row.kmP95.toFixed(1),
  ]),
)}
</details>`;
}

export function times(regret: number): string {
  return `× ${regret >= 10 ? short(regret) : regret.toFixed(2)}`;
}

/** Why the row of least regret is the one. Plain text. */
export function explanation(
  { rows, least, watches }: RegretTable,
  { commitDiscount }: Prices,
): string {
  const overSized = rows.at(-1);
  const atSmallest = overSized?.outcomes[0]?.regret ?? 1;
  return (
    `Least regret: ${least.choice.name}. Whatever fleet comes, it costs at most ${times(least.worst).slice(2)} times the best choice for it. ` +
    `A contract for ${short(watches.at(-1) ?? 0)} watches costs ${times(atSmallest).slice(2)} times too much if ${short(watches[0] ?? 0)} come, ` +
    `and fixed pods for a small fleet fail under a large one. A contract at ${percent(commitDiscount)} off pays once real calls reach ` +
    `${percent(1 - commitDiscount)} of what it commits to: sign it then. Settings are no commitment: they change at the next rollout.`
  );
}

import { table } from '../../../../packages/text-table/table.js';
import { mainFleet, type FleetData, type ReportData } from '../data/report-data.js';
import { explanation } from '../page/regret-section.js';
import { priceText } from '../page/report-page.js';
import type { Prices } from '../regret/prices.js';
import { regretTable, short, type RegretRow } from '../regret/regret-table.js';
import { saturationSection } from '../saturation/saturation-section.js';
import { percent } from '../text/format.js';
import { fleetCells, memoryCells } from '../text/shared-rows.js';

/** The generated part of docs/capacity.md. */
export function capacitySection(data: ReportData, prices: Prices): string {
  const { fleets, plannedOn, podMemory } = data;
  const regret = regretTable(fleets, prices);
  const heads = regret.watches.map(short);
  return [
    '## What a fleet needs and costs',
    '',
    `Planned on ${plannedOn} by the commands below; written by \`npm run fleet -- report --docs\`, which makes the page with the charts too. Prices are examples: ${priceText(prices)}.`,
    '',
    '![Hit ratio by size of the fleet](fleet/hit-ratio.svg)',
    '',
    ...fleetRows(fleets, prices),
    '',
    ...commands(fleets),
    '',
    '![Calls and money by lever](fleet/levers.svg)',
    '',
    '### If the number of watches is not known',
    '',
    explanation(regret, prices),
    '',
    'Cost compared with the best choice for the fleet that comes; in brackets money per month:',
    '',
    ...table(['decided today', ...heads, 'worst'], regret.rows.map(regretCells)),
    '',
    ...saturationSection(fleets),
    '',
    '### Memory of pods',
    '',
    `At ${short(data.watches)} watches; \`L1_MAX_ENTRIES\` per kind of record. The bytes are those of a pod that is full of every kind, without what it memoizes:`,
    '',
    ...table(
      ['`L1_MAX_ENTRIES`', 'records', 'memory', 'read from the pod', 'from Redis'],
      podMemory.map(memoryCells),
    ),
    '',
    `From \`${mainFleet(data).command}\`.`,
  ].join('\n');
}

function fleetRows(fleets: readonly FleetData[], prices: Prices): string[] {
  return table(
    ['watches', 'hits', 'calls/day', 'per watch', 'money/month', 'requests/s', 'pods', 'Redis'],
    fleets.map((fleet) => {
      const { mean, peak } = fleet.requestsPerSecond;
      return fleetCells(fleet, prices, `${short(mean)} / ${short(peak)}`);
    }),
  );
}

function commands(fleets: readonly FleetData[]): string[] {
  return [
    'Requests/s: mean and busiest second; pods for that second. By:',
    '',
    ...fleets.map(({ watches, command }) => `- ${short(watches)}: \`${command}\``),
  ];
}

function regretCells({ choice, outcomes, worst }: RegretRow): string[] {
  return [
    choice.name,
    ...outcomes.map(({ cost, regret, unanswered }) =>
      unanswered > 0
        ? `${percent(unanswered)} unanswered`
        : `× ${regret >= 10 ? short(regret) : regret.toFixed(2)} (${short(cost)})`,
    ),
    worst === Infinity ? 'fails' : `× ${worst >= 10 ? short(worst) : worst.toFixed(2)}`,
  ];
}

import type { PlanDocument } from '../plan-document.js';
import { baselineTable, floorTable } from './comparison-tables.js';
import { datasetTable } from './dataset-table.js';
import { count } from './format.js';
import { loadTable } from './load-table.js';
import { rowTable } from './row-table.js';

/** The document for a person who reads a terminal. */
export function planText(document: PlanDocument): string[] {
  const { input, reference } = document;
  const { oneIn, scale } = input.sampledPlaces;
  return [
    `${count(input.watches)} watches, ${input.days} day(s), seed ${input.seed}, ${input.pods} pods, ${input.peoplePerKey} people per place key, polling ${input.polling}.`,
    oneIn === 1
      ? 'All places are simulated.'
      : `One in ${oneIn} places is simulated; figures are scaled by ${scale.toFixed(3)}.`,
    document.attribution,
    ...section('Datasets', datasetTable(reference)),
    ...section('Floor (T = fresh window, without jitter)', floorTable(document)),
    ...section('Conditions and search, like for like', baselineTable(document)),
    ...section('What it takes', loadTable(document)),
    ...rowSection(document),
  ];
}

function rowSection({ rows, input }: PlanDocument): string[] {
  const { oneIn } = input.sampledPlacesOfRows;
  if (rows.length === 0) return [];
  return section(`Rows${oneIn === 1 ? '' : `, of one in ${oneIn} places`}`, rowTable(rows));
}

function section(title: string, lines: readonly string[]): string[] {
  return ['', `## ${title}`, '', ...lines];
}

import { readFile } from 'node:fs/promises';
import { drawFile } from '../charts/draw.js';
import { hitRatioChart } from '../charts/hit-ratio.js';
import { leversChart } from '../charts/levers.js';
import { SUMMARY_FILE } from '../data/read-data.js';
import type { ReportData } from '../data/report-data.js';
import type { Prices } from '../regret/prices.js';
import { capacitySection } from './capacity-section.js';

const CAPACITY_FILE = 'docs/capacity.md';
const BEGIN = '<!-- figures of the plan: written by `npm run fleet -- report --docs` -->';
const END = '<!-- end of the figures of the plan -->';
const PICTURE_PX = 760;

/** By path, what the files in docs/ that come from the plans have to be. */
export async function generatedDocs(
  data: ReportData,
  prices: Prices,
): Promise<ReadonlyMap<string, string>> {
  const capacity = await readFile(CAPACITY_FILE, 'utf8');
  return new Map([
    [SUMMARY_FILE, summaryText(data)],
    [CAPACITY_FILE, withSection(capacity, capacitySection(data, prices))],
    [
      'docs/fleet/hit-ratio.svg',
      await drawFile(
        hitRatioChart(data, PICTURE_PX),
        'Hit ratio of each dataset by number of watches',
      ),
    ],
    [
      'docs/fleet/levers.svg',
      await drawFile(
        leversChart(data, prices, PICTURE_PX),
        'Calls and money that each setting saves or costs',
      ),
    ],
  ]);
}

/** The hand-written text around the markers stays. */
function withSection(document: string, section: string): string {
  const [from, to] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${CAPACITY_FILE} lacks its markers: ${BEGIN}`);
  return `${document.slice(0, from + BEGIN.length)}\n\n${section}\n\n${document.slice(to)}`;
}

/** One line per fleet and figure, so that a change has a readable diff. */
function summaryText(data: ReportData): string {
  const lines = Object.entries(data).map(([key, value]) => {
    if (!Array.isArray(value)) return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    const items = value.map((item) => JSON.stringify(item)).join(',\n');
    return `${JSON.stringify(key)}: [\n${items}\n]`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

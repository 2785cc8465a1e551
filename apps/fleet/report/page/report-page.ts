import { MAP_ATTRIBUTION } from '../charts/load-map.js';
import type { ReportData } from '../data/report-data.js';
import type { Prices } from '../regret/prices.js';
import { escaped } from './html.js';
import { overview } from './overview.js';
import { regretSection } from './regret-section.js';
import {
  ageSection,
  hitRatioSection,
  leverSection,
  mapSection,
  memorySection,
  peakSection,
} from './sections.js';
import { STYLE } from './style.js';

/** The report as one HTML page that needs no other file and no script. */
export async function reportPage(data: ReportData, prices: Prices): Promise<string> {
  const charts = await Promise.all([
    hitRatioSection(data, prices),
    leverSection(data, prices),
    ageSection(data),
    peakSection(data),
    mapSection(data),
  ]);
  const sections = [
    overview(data, prices),
    regretSection(data, prices),
    ...charts,
    memorySection(data),
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>What a fleet of watches costs</title><style>${STYLE}</style></head><body>
${sections.join('\n')}
<footer><p>Prices: ${priceText(prices)}. Device shares, the curve of a day, commuting, travel, rain and people per place are assumptions, not measurements: docs/fleet.md lists them.</p>
<p>${escaped(data.attribution)} ${escaped(MAP_ATTRIBUTION)}</p></footer>
</body></html>
`;
}

export function priceText({
  per1000Calls,
  commitDiscount,
  perPodMonth,
  perRedisGibMonth,
}: Prices): string {
  return `${per1000Calls} per 1 000 calls, ${100 * commitDiscount} % less for calls that a contract commits to, ${perPodMonth} per pod and month, ${perRedisGibMonth} per GiB of Redis and month`;
}

import { setTimeout as delay } from 'node:timers/promises';
import type { Region } from '../../../../packages/local-stack/region.js';
import type { Kind } from '../../plan/variant.js';
import { KINDS, type KindFigures, type SideFigures } from './side-figures.js';

const RESULTS = ['hit', 'stale', 'expired', 'miss', 'waited'] as const;
const SETTLED_AFTER_MS = 500;
const READINGS = 20;

/** The endpoints of the simulated provider that a kind of record calls. */
const ENDPOINTS: Readonly<Record<Kind, readonly string[]>> = {
  place: ['search', 'location'],
  conditions: ['currentconditions'],
  minutely: ['minute'],
  hourly: ['hourly'],
  daily: ['daily'],
  alerts: ['alerts'],
};

interface Calls {
  readonly total: number;
  readonly byEndpoint: Readonly<Record<string, number>>;
}

/** What the pods and the provider counted. */
export interface RegionFigures {
  readonly figures: SideFigures;
  /** Reads of datasets that waited for the call of another request. */
  readonly waited: number;
}

/**
 * Reads the counters of the pods and of the provider, once the refreshes that the last requests started have ended.
 * @throws when a process does not answer
 */
export async function readFigures(region: Region): Promise<RegionFigures> {
  const calls = await settledCalls(region);
  const counted = await Promise.all(
    KINDS.map(async (kind) => [kind, await countsOf(region, kind)] as const),
  );
  const figures = counted.map(([kind, counts]): [Kind, KindFigures] => {
    const { hit, stale, expired, miss, waited } = counts;
    const ofKind = ENDPOINTS[kind].map((name) => calls.byEndpoint[name] ?? 0);
    const reads = hit + stale + expired + miss + waited;
    return [kind, { reads, hits: hit + stale, calls: ofKind.reduce((a, b) => a + b, 0) }];
  });
  const ofDatasets = counted.filter(([kind]) => kind !== 'place');
  return {
    figures: Object.fromEntries(figures) as SideFigures,
    waited: ofDatasets.reduce((sum, [, { waited }]) => sum + waited, 0),
  };
}

async function countsOf(
  region: Region,
  kind: Kind,
): Promise<Record<(typeof RESULTS)[number], number>> {
  const labels = (result: string): string => `dataset="${kind}",result="${result}"`;
  const counts = RESULTS.map(async (result) => {
    const count = await region.metric('mfapi_cache_results_total', labels(result));
    return [result, count] as const;
  });
  return Object.fromEntries(await Promise.all(counts)) as Record<(typeof RESULTS)[number], number>;
}

async function settledCalls({ providerUrl }: Region): Promise<Calls> {
  let before = -1;
  for (let reading = 0; reading < READINGS; reading += 1) {
    const response = await fetch(`${providerUrl}/__simulator/calls`);
    const calls = (await response.json()) as Calls;
    if (calls.total === before) return calls;
    before = calls.total;
    await delay(SETTLED_AFTER_MS);
  }
  throw new Error('the pods call the provider without requests');
}

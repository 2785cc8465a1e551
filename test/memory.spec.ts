import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { distanceKm } from '@app/cells/distance.js';
import { MetreGrid } from '@app/cells/metre-grid.js';
import type { Position } from '@app/cells/position.js';
import { Scrape } from './support/scrape.js';
import { seededRandom } from './support/seeded-random.js';
import { describeWith } from './support/tools/describe-with.js';
import { World } from './support/world.js';

const POSITIONS = process.env['TEST_FULL'] ? 10_000 : 2_000;
/** Far fewer than the first half of the positions, so that the cache evicts. */
const L1_ENTRIES = POSITIONS / 10;
const SAMPLE = 200;
const CONCURRENCY = 25;
const SEED = 20_260_709;
/** A place farther away than this is not used. */
const MAX_DISTANCE_KM = 50;
const MEBIBYTE = 2 ** 20;
const GRID = new MetreGrid(1000);

interface Found {
  readonly Key: string;
  readonly GeoPosition: { readonly Latitude: number; readonly Longitude: number };
}

interface Observation {
  readonly Visibility: InMetric;
  readonly PrecipitationSummary: { readonly PastHour: InMetric };
}
interface InMetric {
  readonly Metric: { readonly Value: number };
}

const describeOnLinux = describeWith({
  name: '/proc',
  isInstalled: existsSync('/proc/self/status'),
});

describeOnLinux('the memory of a process under random positions', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start({ environment: { L1_MAX_ENTRIES: String(L1_ENTRIES) } });
  });
  afterAll(() => (world as World | undefined)?.stop());

  /** The answer that a watch gets. */
  async function answerAt({ latitude, longitude }: Position): Promise<unknown> {
    const answer = await world.get(`/prcpt?lt=${latitude}&lg=${longitude}`);
    const body = (await answer.json()) as { type?: string };
    return answer.status === 200 ? body : { status: answer.status, type: body.type };
  }

  /** The answer expected from the provider's data, requested directly. */
  async function expected(position: Position): Promise<unknown> {
    const { latitude, longitude } = GRID.cellAt(position).centre;
    const search = `/locations/v1/cities/geoposition/search?q=${latitude},${longitude}`;
    const found = (await fetchFromProvider(search)) as Found | null;
    if (!found || distanceKm({ latitude, longitude }, positionOf(found)) > MAX_DISTANCE_KM) {
      return { status: 404, type: '/problems/no-weather-here' };
    }
    const path = `/currentconditions/v1/${found.Key}?details=true`;
    const [{ Visibility, PrecipitationSummary }] = (await fetchFromProvider(path)) as [Observation];
    return {
      vis: Math.round(Visibility.Metric.Value * 1000),
      prcpt: Number((PrecipitationSummary.PastHour.Metric.Value / 1000).toFixed(4)),
    };
  }

  async function fetchFromProvider(path: string): Promise<unknown> {
    const headers = { authorization: `Bearer ${world.simulator.settings.key}` };
    return (await fetch(world.simulatorUrl + path, { headers })).json();
  }

  async function requestAll(positions: readonly Position[]): Promise<void> {
    const queue = positions.values();
    const worker = async (): Promise<void> => {
      for (const position of queue) await answerAt(position);
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  }

  it(`stays bounded for ${POSITIONS} random positions, and every answer is correct`, async () => {
    const positions = randomPositions(POSITIONS);
    await requestAll(positions.slice(0, POSITIONS / 2));
    const halfway = residentBytes(world.api.pid);
    await requestAll(positions.slice(POSITIONS / 2));
    expect(residentBytes(world.api.pid)).toBeLessThan(halfway * 1.3 + 40 * MEBIBYTE);
    // Records are small, so resident memory alone would not show a few records too many.
    const metrics = Scrape.of(await (await fetch(world.api.metricsUrl)).text());
    const entries = (dataset: string): number => metrics.sum('mfapi_l1_entries', { dataset });
    expect([entries('place'), entries('conditions')]).toEqual([L1_ENTRIES, L1_ENTRIES]);

    const kinds = new Set<boolean>();
    for (let index = 0; index < POSITIONS; index += POSITIONS / SAMPLE) {
      const position = positions[index] as Position;
      const right = await expected(position);
      expect({ position, answer: await answerAt(position) }).toEqual({ position, answer: right });
      kinds.add((right as { status?: number }).status === 404);
    }
    expect(kinds.size).toBe(2);
  }, 120_000);
});

/** Positions uniformly distributed over the sphere. */
function randomPositions(count: number): Position[] {
  const random = seededRandom(SEED);
  return Array.from({ length: count }, () => ({
    latitude: round((Math.asin(2 * random() - 1) * 180) / Math.PI),
    longitude: round(360 * random() - 180),
  }));
}

/** Rounds to the precision of a watch. */
function round(degrees: number): number {
  return Number(degrees.toFixed(5));
}

function positionOf({ GeoPosition: { Latitude, Longitude } }: Found): Position {
  return { latitude: Latitude, longitude: Longitude };
}

function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

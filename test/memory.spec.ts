import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { distanceKm } from '@app/cells/distance.js';
import { MetreGrid } from '@app/cells/metre-grid.js';
import type { Position } from '@app/cells/position.js';
import { Scrape } from './support/scrape.js';
import { seededRandom } from './support/seeded-random.js';
import { World } from './support/world.js';

const POSITIONS = process.env['TEST_FULL'] ? 10_000 : 2_000;
/** A process that forgets nothing would remember all of the first half. */
const L1_ENTRIES = POSITIONS / 10;
const SAMPLE = 200;
const AT_ONCE = 25;
const SEED = 20_260_709;
/** A place farther than this is no place (DESIGN section 5). */
const FARTHEST_KM = 50;
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

const describeOnLinux = existsSync('/proc/self/status') ? describe : describe.skip;

describeOnLinux('a process asked for the whole globe (needs /proc)', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start({ environment: { L1_MAX_ENTRIES: String(L1_ENTRIES) } });
  });
  afterAll(() => (world as World | undefined)?.stop());

  /** What a watch reads there. */
  async function ask({ latitude, longitude }: Position): Promise<unknown> {
    const answer = await world.get(`/prcpt?lt=${latitude}&lg=${longitude}`);
    const body = (await answer.json()) as { type?: string };
    return answer.status === 200 ? body : { status: answer.status, type: body.type };
  }

  /** What the provider says there, asked without our service in between. */
  async function expected(position: Position): Promise<unknown> {
    const { latitude, longitude } = GRID.cellAt(position).centre;
    const search = `/locations/v1/cities/geoposition/search?q=${latitude},${longitude}`;
    const found = (await askProvider(search)) as Found | null;
    if (!found || distanceKm({ latitude, longitude }, positionOf(found)) > FARTHEST_KM) {
      return { status: 404, type: '/problems/no-weather-here' };
    }
    const path = `/currentconditions/v1/${found.Key}?details=true`;
    const [{ Visibility, PrecipitationSummary }] = (await askProvider(path)) as [Observation];
    return {
      vis: Math.round(Visibility.Metric.Value * 1000),
      prcpt: Number((PrecipitationSummary.PastHour.Metric.Value / 1000).toFixed(4)),
    };
  }

  async function askProvider(path: string): Promise<unknown> {
    const headers = { authorization: `Bearer ${world.simulator.settings.key}` };
    return (await fetch(world.simulatorUrl + path, { headers })).json();
  }

  async function askAll(positions: readonly Position[]): Promise<void> {
    const rest = positions.values();
    const oneAfterTheOther = async (): Promise<void> => {
      for (const position of rest) await ask(position);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, oneAfterTheOther));
  }

  it(`answers rightly and needs no more memory for ${POSITIONS} random positions than for half of them`, async () => {
    const positions = randomPositions(POSITIONS);
    await askAll(positions.slice(0, POSITIONS / 2));
    const halfway = residentBytes(world.api.pid);
    await askAll(positions.slice(POSITIONS / 2));
    expect(residentBytes(world.api.pid)).toBeLessThan(halfway * 1.3 + 40 * MEBIBYTE);
    // Records are small beside all the rest, so that bytes alone would not show one kept too many.
    const metrics = Scrape.of(await (await fetch(world.api.metricsUrl)).text());
    const entries = (dataset: string): number => metrics.sum('mfapi_l1_entries', { dataset });
    expect([entries('place'), entries('conditions')]).toEqual([L1_ENTRIES, L1_ENTRIES]);

    const kinds = new Set<boolean>();
    for (let index = 0; index < POSITIONS; index += POSITIONS / SAMPLE) {
      const position = positions[index] as Position;
      const right = await expected(position);
      expect({ position, says: await ask(position) }).toEqual({ position, says: right });
      kinds.add((right as { status?: number }).status === 404);
    }
    expect(kinds.size).toBe(2);
  }, 120_000);
});

/** Spread evenly over the sphere. */
function randomPositions(count: number): Position[] {
  const random = seededRandom(SEED);
  return Array.from({ length: count }, () => ({
    latitude: round((Math.asin(2 * random() - 1) * 180) / Math.PI),
    longitude: round(360 * random() - 180),
  }));
}

/** As precise as a watch is. */
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

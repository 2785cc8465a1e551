import { parseCellGrid } from '@app/cells/parse-cell-grid.js';
import { cityAt, type City } from '../trace/city.js';
import { ENDPOINTS, NOTHING_READ, type Mix } from '../trace/endpoints.js';
import { ASSUMPTIONS } from '../world/assumptions.js';
import type { Fleet } from '../world/fleet.js';
import type { World } from '../world/world.js';
import { entriesInMemory } from '../../../src/weather/datasets/registry.js';
import type { Kind, Variant } from './variant.js';

const DAY_MS = 86_400_000;
const KM_PER_DEGREE = 111.195;
const BOX_DEGREES = 0.01;

/** What pods are asked for, and how often. */
export interface PodLoad {
  readonly mix: Mix;
  /** Of a watch. */
  readonly requestsPerDay: number;
}

/** By city: how many different records are read, and how often all of them together. */
interface CityLoads {
  readonly records: Float64Array;
  readonly readsPerMs: Float64Array;
}

/**
 * For how long a pod keeps a record that it does not read: its memory holds `podEntries` of each kind, and drops what
 * was not read for longest. Che's approximation: the time in which a pod reads so many different records.
 */
export class PodMemory {
  private readonly cities: readonly City[];
  private readonly cellAreas = new Map<string, readonly number[]>();

  constructor(
    world: World,
    fleet: Fleet,
    private readonly load: PodLoad,
  ) {
    this.cities = [...fleet.present.keys()]
      .map((row) => cityAt(world, fleet, row))
      .filter(({ watches }) => watches > 0);
  }

  /** By kind; Infinity when all records fit. */
  keepsForMs(variant: Variant): Partial<Readonly<Record<Kind, number>>> {
    const partOfFleet = (variant.fleetShare * variant.pilotPercent) / 100;
    const areas = this.cellAreasOf(variant.grid);
    const times = variant.kinds.map((kind) => {
      const reads = (this.load.requestsPerDay * this.readsPerRequest(kind) * partOfFleet) / DAY_MS;
      const loads = {
        records: Float64Array.from(this.cities, (city, index) =>
          recordsIn(city, kind, variant, areas[index] ?? 1),
        ),
        readsPerMs: Float64Array.from(
          this.cities,
          ({ watches }) => (watches * reads) / variant.pods,
        ),
      };
      return [kind, characteristicMs(loads, podEntriesOf(kind, variant.podEntries))] as const;
    });
    return Object.fromEntries(times);
  }

  /** By city: km² of a cell at its centre. */
  private cellAreasOf(grid: string): readonly number[] {
    const cells = parseCellGrid(grid);
    const areas =
      this.cellAreas.get(grid) ??
      this.cities.map(({ centre }) => {
        const { north, south, east, west } = cells.cellAt(centre);
        return (north - south) * (east - west) * squareDegreeKm2(centre.latitude);
      });
    this.cellAreas.set(grid, areas);
    return areas;
  }

  /** The mean. */
  private readsPerRequest(kind: Kind): number {
    return Object.entries(this.load.mix).reduce((sum, [name, share]) => {
      const { datasets, minutelyIfLikely } = ENDPOINTS[name] ?? NOTHING_READ;
      if (kind === 'place') return sum + share;
      if (!datasets.includes(kind)) return sum;
      return (
        sum + share * (kind === 'minutely' && minutelyIfLikely ? ASSUMPTIONS.rain.wetShare : 1)
      );
    }, 0);
  }
}

/** Records in a city if watches were everywhere in it. */
function recordsIn(
  { population, radiusKm, centre }: City,
  kind: Kind,
  { people }: Pick<Variant, 'people'>,
  cellKm2: number,
): number {
  const areaKm2 = Math.PI * radiusKm ** 2;
  if (kind === 'place') return Math.max(1, areaKm2 / cellKm2);
  if (kind === 'minutely') {
    const boxKm2 = BOX_DEGREES ** 2 * squareDegreeKm2(centre.latitude);
    return Math.max(1, areaKm2 / Math.max(cellKm2, boxKm2));
  }
  if (people !== 'city') return Math.ceil(population / people);
  const outside = Math.max(0, 1 - (ASSUMPTIONS.cityKeyWithinKm / radiusKm) ** 2);
  return 1 + (population / ASSUMPTIONS.neighbourhoodPeople) * outside;
}

function squareDegreeKm2(latitude: number): number {
  return KM_PER_DEGREE ** 2 * Math.cos((latitude * Math.PI) / 180);
}

/** As the product's caches: fewer of the larger records. */
export function podEntriesOf(kind: Kind, podEntries: number): number {
  return kind === 'place' ? podEntries : entriesInMemory(kind, podEntries);
}

/** The time in which the expected number of different records that are read reaches `maxEntries`. */
export function characteristicMs({ records, readsPerMs }: CityLoads, maxEntries: number): number {
  const all = records.reduce((a, b) => a + b, 0);
  if (all <= maxEntries) return Infinity;
  const distinctIn = (ms: number): number =>
    records.reduce(
      (sum, of, city) => sum + of * (1 - Math.exp((-(readsPerMs[city] ?? 0) / of) * ms)),
      0,
    );
  let [low, high] = [1, 400 * DAY_MS];
  while (high / low > 1.01) {
    const middle = Math.sqrt(low * high);
    if (distinctIn(middle) > maxEntries) high = middle;
    else low = middle;
  }
  return low;
}

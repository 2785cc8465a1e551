import { DATASET_NAMES, DATASETS } from '../../../src/weather/datasets/registry.js';
import type { PeoplePerKey } from '../cache/place-keys.js';
import type { Kind, Variant } from './variant.js';

export const SWEEPS = [
  'cells',
  'keys',
  'searches',
  'sparse',
  'windows',
  'adaptive',
  'fleet',
  'pods',
  'memory',
  'pilot',
] as const;
export type Sweep = (typeof SWEEPS)[number];

const ALL_KINDS: readonly Kind[] = ['place', ...DATASET_NAMES];
/** What is known by position does not depend on the keys of places. */
const KEYED_BY_PLACE = DATASET_NAMES.filter((name) => DATASETS[name].keyedBy === 'place');
const PEOPLE: readonly PeoplePerKey[] = [5_000, 20_000, 100_000, 'city'];
const FLEETS = [10_000, 100_000, 1_000_000, 5_000_000, 20_000_000];
const POD_ENTRIES = [40_000, 200_000, 1_000_000];
const PRICES_SECONDS = [600, 1_800, 3_600];
/** Within which adaptive windows of conditions stay. */
const ADAPTIVE_BOUNDS = { atLeastMs: 5 * 60_000, atMostMs: 30 * 60_000 };

/** By row: name, kind, `WINDOWS` of the product. */
const WINDOWS: readonly (readonly [string, Kind, string])[] = [
  ['alerts 5 min', 'alerts', 'alerts=300/60/1800'],
  ['conditions 15 min', 'conditions', 'conditions=900/300/21600'],
  ['conditions 30 min', 'conditions', 'conditions=1800/300/21600'],
  ['minutely 10 min', 'minutely', 'minutely=600/60/1800'],
  ['hourly 60 min', 'hourly', 'hourly=3600/1800/86400'],
  ['daily 3 h', 'daily', 'daily=10800/3600/259200'],
];

export const SPARSE_ROW = 'one cell of 20 km where few live';

/** What the reference has: the plan without any sweep. */
export type Reference = Pick<
  Variant,
  'grid' | 'people' | 'windows' | 'pods' | 'podEntries' | 'infersPlaces'
>;

/**
 * The reference first, then the rows of the chosen sweeps, which begin with the reference once more: rows can be of
 * fewer places, and are compared with it on these.
 */
export function variantsOf(
  reference: Reference,
  sweeps: readonly Sweep[],
  watches: number,
): readonly Variant[] {
  const base: Variant = {
    ...reference,
    sweep: 'reference',
    name: 'reference',
    kinds: ALL_KINDS,
    mergesSparse: false,
    fleetShare: 1,
    pilotPercent: 100,
  };
  const rows = sweeps.flatMap((sweep) => rowsOf(sweep, base, watches));
  return rows.length > 0 ? [base, base, ...rows] : [base];
}

function rowsOf(sweep: Sweep, base: Variant, watches: number): readonly Variant[] {
  const row = (name: string, change: Partial<Variant>): Variant => ({
    ...base,
    sweep,
    name,
    ...change,
  });
  switch (sweep) {
    case 'cells':
      return ['metres:500', 'metres:2000', 'metres:5000']
        .filter((grid) => grid !== base.grid)
        .map((grid) => row(grid, { grid }));
    case 'keys':
      return PEOPLE.filter((people) => people !== base.people).map((people) =>
        row(peopleName(people), { people, kinds: KEYED_BY_PLACE }),
      );
    case 'searches':
      return base.infersPlaces
        ? []
        : [row('inferred places', { infersPlaces: true, kinds: ['place'] })];
    case 'sparse':
      return [row(SPARSE_ROW, { mergesSparse: true, kinds: [] })];
    case 'windows':
      return WINDOWS.map(([name, kind, windows]) => row(name, { kinds: [kind], windows }));
    case 'adaptive':
      return PRICES_SECONDS.map((priceSeconds) => row(...adaptive(priceSeconds)));
    case 'fleet':
      return FLEETS.filter((fleet) => fleet < watches).map((fleet) =>
        row(`${fleet} watches`, { fleetShare: fleet / watches }),
      );
    case 'pods':
      return [1, 3, 10]
        .filter((pods) => pods !== base.pods)
        .map((pods) => row(`${pods} pods`, { pods, kinds: ['place', 'conditions'] }));
    case 'memory':
      return POD_ENTRIES.filter((entries) => entries !== base.podEntries).map((podEntries) =>
        row(`${podEntries} records per pod and kind`, { podEntries }),
      );
    case 'pilot':
      return [1, 10].map((pilotPercent) => row(`pilot ${pilotPercent} %`, { pilotPercent }));
  }
}

function peopleName(people: PeoplePerKey): string {
  return people === 'city' ? 'city keys' : `${people} people per key`;
}

function adaptive(priceSeconds: number): [name: string, change: Partial<Variant>] {
  return [
    `conditions, a call worth ${priceSeconds} s of age`,
    { kinds: ['conditions'], adaptive: { priceSeconds, ...ADAPTIVE_BOUNDS } },
  ];
}

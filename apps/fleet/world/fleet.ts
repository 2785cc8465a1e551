import { ASSUMPTIONS } from './assumptions.js';
import { Random } from './random.js';
import { sharedNumbers, type World } from './world.js';

/** How many watches are in each place of the world during the day. */
export interface Fleet {
  readonly present: Float64Array;
  /** Those of `present` that live elsewhere. */
  readonly visitors: Float64Array;
}

const TRAVEL = 1;
const ROUNDING = 2;

/** Distributes the watches over countries by the table of devices, over places by people, and lets some travel. */
export function distributeFleet(world: World, watches: number, seed: number): Fleet {
  const weights = weightsOf(world);
  const present = apportion(weights, watches, new Random(seed, ROUNDING).unit());
  const visitors = sharedNumbers(present.length);
  const random = new Random(seed, TRAVEL);
  const homes = cumulative(present);
  const destinations = cumulative(weights);
  for (let left = Math.round(watches * ASSUMPTIONS.travellerShare); left > 0; left -= 1) {
    const from = rowAt(homes, random.unit());
    const to = rowAt(destinations, random.unit());
    const residents = (present[from] ?? 0) - (visitors[from] ?? 0);
    if (from === to || residents <= 0) continue;
    add(present, from, -1);
    add(present, to, 1);
    add(visitors, to, 1);
  }
  return { present, visitors };
}

/** The weight of a place: the share of its country, by people within it. */
function weightsOf({ population, country, countries }: World): Float64Array {
  const people = new Float64Array(countries.length);
  population.forEach((of, row) => add(people, country[row] ?? 0, of));
  const table = ASSUMPTIONS.devicePercentByCountry;
  const listed = countries.map((name) => table[name]);
  const left = 100 - listed.reduce<number>((sum, percent) => sum + (percent ?? 0), 0);
  const others = people.reduce((sum, of, index) => sum + (listed[index] === undefined ? of : 0), 0);
  const perPerson = people.map((of, index) => (listed[index] ?? (left * of) / others) / of);
  return population.map((of, row) => of * (perPerson[country[row] ?? 0] ?? 0));
}

/** Whole numbers in proportion to the weights that sum up to `total`; `phase` in [0, 1) decides who gets fractions. */
function apportion(weights: Float64Array, total: number, phase: number): Float64Array {
  const sum = weights.reduce((a, b) => a + b, 0);
  const counts = sharedNumbers(weights.length);
  let before = 0;
  let given = 0;
  weights.forEach((weight, row) => {
    before += weight;
    const until = row === weights.length - 1 ? total : Math.floor((before / sum) * total + phase);
    counts[row] = Math.max(0, Math.min(until, total) - given);
    given += counts[row] ?? 0;
  });
  return counts;
}

function cumulative(weights: Float64Array): Float64Array {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
}

/** The row in which `share` of the whole lies. */
function rowAt(sums: Float64Array, share: number): number {
  const wanted = share * (sums.at(-1) ?? 0);
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

function add(numbers: Float64Array, at: number, amount: number): void {
  numbers[at] = (numbers[at] ?? 0) + amount;
}

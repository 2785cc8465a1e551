import { ASSUMPTIONS } from '../world/assumptions.js';
import { Random } from '../world/random.js';
import { moved, type City } from './city.js';

const HOUR_SECONDS = 3_600;
const WATCHES = 3;
const FULL_CIRCLE = 2 * Math.PI;

/**
 * The watches of a city. Watch n has two sites: 2n is where it lives, 2n + 1 is where it works. Times are seconds of
 * the local day.
 */
export class CityWatches {
  readonly count: number;
  /** By site, degrees. */
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  /** By watch; a watch that does not commute never leaves. */
  readonly leavesAt: Float64Array;
  readonly returnsAt: Float64Array;
  /** By watch: how much later than others it does everything. */
  readonly shift: Float64Array;
  /** By watch, uniform in [0, 1): a part of the fleet is all watches below a limit. */
  readonly rank: Float64Array;
  private readonly random: Random;

  constructor(
    readonly city: City,
    seed: number,
  ) {
    const { watches, visitors, row } = city;
    this.count = watches;
    this.random = new Random(seed, WATCHES, row);
    this.latitude = new Float64Array(2 * watches);
    this.longitude = new Float64Array(2 * watches);
    this.leavesAt = new Float64Array(watches).fill(Infinity);
    this.returnsAt = new Float64Array(watches);
    this.shift = new Float64Array(watches);
    this.rank = new Float64Array(watches);
    for (let watch = 0; watch < watches; watch += 1) this.create(watch, watch < visitors);
  }

  /** The site of a watch at a second of its local day. */
  siteAt(watch: number, second: number): number {
    const works = second >= (this.leavesAt[watch] ?? 0) && second < (this.returnsAt[watch] ?? 0);
    return 2 * watch + (works ? 1 : 0);
  }

  private create(watch: number, isVisitor: boolean): void {
    const { random } = this;
    this.rank[watch] = random.unit();
    this.shift[watch] = random.around(ASSUMPTIONS.shiftHours * HOUR_SECONDS);
    // Homes are spread evenly over the disc, work is denser towards the centre.
    this.settle(2 * watch, Math.sqrt(random.unit()));
    this.settle(2 * watch + 1, random.unit());
    const commutes = random.unit() < ASSUMPTIONS.commuterShare && !isVisitor;
    const { leave, return: home, spread } = ASSUMPTIONS.workHours;
    const [leaves, returns] = [leave + random.around(spread), home + random.around(spread)];
    if (!commutes) return;
    this.leavesAt[watch] = leaves * HOUR_SECONDS;
    this.returnsAt[watch] = returns * HOUR_SECONDS;
  }

  private settle(site: number, share: number): void {
    const { city, random } = this;
    const angle = random.unit() * FULL_CIRCLE;
    const fromCentreKm = city.radiusKm * share;
    const at = moved(city.centre, fromCentreKm * Math.cos(angle), fromCentreKm * Math.sin(angle));
    this.latitude[site] = at.latitude;
    this.longitude[site] = at.longitude;
  }
}

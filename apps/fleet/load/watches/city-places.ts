import { fractionOf } from '../../../../packages/simulated-weather/maths/hash.js';
import { CITIES } from '../../../../packages/simulated-weather/world/cities.js';
import type { Place } from '../../../../packages/simulated-weather/world/place.js';
import type { Position } from '../../../../packages/watch-client/request/weather-request.js';
import type { WatchPlaces } from './watch-places.js';

const KM_PER_DEGREE = 111.2;

/** About 80 cities of the world, the important ones more often; in each, more watches near the centre. */
export class CityPlaces implements WatchPlaces {
  private readonly weights = CITIES.map(({ rank }) => 1 / rank);
  private readonly totalWeight = this.weights.reduce((sum, weight) => sum + weight, 0);

  /** @param radiusKm of a city */
  constructor(
    private readonly seed: string,
    private readonly radiusKm: number,
  ) {}

  positionOf(watch: number): Position {
    const random = (what: string): number => fractionOf(`${this.seed} ${watch} ${what}`);
    const { latitude, longitude } = this.cityAt(random('city') * this.totalWeight);
    const km = this.radiusKm * random('distance');
    const angle = 2 * Math.PI * random('direction');
    const kmPerDegreeOfLongitude = KM_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);
    return {
      latitude: latitude + (km * Math.sin(angle)) / KM_PER_DEGREE,
      longitude: longitude + (km * Math.cos(angle)) / kmPerDegreeOfLongitude,
    };
  }

  private cityAt(weight: number): Place {
    let passed = 0;
    const found = CITIES.find((_, at) => (passed += this.weights[at] ?? 0) > weight);
    const city = found ?? CITIES.at(-1);
    if (!city) throw new Error('no cities');
    return city;
  }
}

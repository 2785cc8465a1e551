import type { Cell } from '@app/cells/cell.js';
import { NotAdmittedError } from '@app/read-through/not-admitted.error.js';
import type { CacheResult } from '@app/read-through/cache-result.js';
import type { Load, Refusal } from '@app/read-through/read-through.options.js';
import { isOutage } from '../errors/as-weather-error.js';
import type { Place } from '../places/place.js';
import type { PlaceRecord } from '../places/place-record.js';
import { servesCell } from '../places/serves-cell.js';
import type { WeatherProvider } from '../providers/weather-provider.js';
import type { Caches } from './caches.js';
import type { Caller } from './caller.js';
import type { FoundPlace } from './found-place.js';
import type { FreshnessPolicy } from './freshness-policy.js';
import type { PlaceRedirects } from './place-redirects.js';

type MaybePromise<T> = T | Promise<T>;

/**
 * Reads the weather of the city in all its neighbourhoods, so that they share its records (ADR 29). A cell keeps its
 * neighbourhood in the store, and the city has a record of its own: the setting can change at any time.
 */
export class CityPlaces {
  constructor(
    private readonly provider: WeatherProvider,
    private readonly caches: Pick<Caches, 'cities'>,
    private readonly policy: FreshnessPolicy,
    private readonly redirects: Pick<PlaceRedirects, 'has'>,
  ) {}

  /** The city of a found place where it serves the cell; the place itself where not, or while the city cannot be read. */
  cityOr(found: FoundPlace, cell: Cell, caller: Caller): MaybePromise<FoundPlace> {
    const { place } = found.entry.value;
    const cityKey = place?.cityKey;
    if (!place || !cityKey) return found;
    const read = this.read(cityKey, caller);
    const choose = (city: CacheResult<PlaceRecord>): FoundPlace =>
      this.isServedBy(city.entry.value.place, place, cell) ? slower(city, found) : found;
    return read instanceof Promise ? read.then(choose, orElse(found)) : choose(read);
  }

  private read(
    key: string,
    { allowance, deadlineMs }: Caller,
  ): MaybePromise<CacheResult<PlaceRecord>> {
    const load: Load<PlaceRecord> = async (priority, _idleForMs, waiting) => {
      const demand = { priority, allowance, waiting };
      const { value: place } = await this.provider.findCity(key, demand);
      return { value: { place }, window: this.policy.windowOf(place ? 'place' : 'no-place') };
    };
    const refusal: Refusal = () => this.provider.refusalOf('place', key);
    return this.caches.cities.read(key, load, deadlineMs, refusal);
  }

  /** A city that the provider no longer knows would be replaced by one of its neighbourhoods. */
  private isServedBy(city: Place | null, place: Place, { centre }: Cell): boolean {
    return city !== null && servesCell(city, place, centre) && !this.redirects.has(city);
  }
}

/** The city, found as slowly as the slower of both. */
function slower(city: CacheResult<PlaceRecord>, { outcome }: FoundPlace): FoundPlace {
  return { entry: city.entry, outcome: outcome === 'hit' ? city.outcome : outcome };
}

/** @throws an error that is a bug */
function orElse(found: FoundPlace): (error: unknown) => FoundPlace {
  return (error) => {
    if (!isOutage(error) && !(error instanceof NotAdmittedError)) throw error;
    return found;
  };
}

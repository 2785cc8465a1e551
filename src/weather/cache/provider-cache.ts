import type { Cell } from '@app/cells/cell.js';
import type { CellGrid } from '@app/cells/cell-grid.js';
import type { Demand } from '@app/load/demand.js';
import { LoadError } from '@app/load/load.error.js';
import { NotAdmittedError } from '@app/read-through/not-admitted.error.js';
import type { CacheResult } from '@app/read-through/cache-result.js';
import type { Load, Loaded, Refusal } from '@app/read-through/read-through.options.js';
import { recordKey } from '../datasets/record-key.js';
import type { DatasetName, Datasets } from '../datasets/registry.js';
import { isOutage } from '../errors/as-weather-error.js';
import type { Place } from '../places/place.js';
import type { PlaceRecord } from '../places/place-record.js';
import type { ProviderDescriptor } from '../providers/provider-descriptor.js';
import { searchItem } from '../providers/search-item.js';
import type { WeatherProvider } from '../providers/weather-provider.js';
import type { Caches } from './caches.js';
import type { Caller } from './caller.js';
import { CityPlaces } from './city-places.js';
import type { CostLevers } from './cost-levers.js';
import { coverageOf, type Coverage } from './coverage.js';
import type { FoundPlace } from './found-place.js';
import type { FreshnessPolicy } from './freshness-policy.js';
import { InferredPlaces } from './inferred-places.js';
import { PlaceRedirects } from './place-redirects.js';
import { windowWithin } from './provider-window.js';
import { isUnknownPlace } from './unknown-place.js';

/** One dataset at the place of a cell. */
interface Query<D extends DatasetName> {
  readonly dataset: D;
  readonly cell: Cell;
  readonly place: Place;
  readonly caller: Caller;
}

type MaybePromise<T> = T | Promise<T>;

/** One provider behind its caches. Every request to it goes through here, so that none is repeated. */
export class ProviderCache {
  private readonly redirects: PlaceRedirects;
  private readonly coverage: Coverage;
  /** Undefined where neighbourhoods have records of their own. */
  private readonly cities: CityPlaces | undefined;
  /** Undefined where every cell is searched. */
  private readonly inferred: InferredPlaces | undefined;

  constructor(
    private readonly provider: WeatherProvider,
    private readonly policy: FreshnessPolicy,
    private readonly caches: Caches,
    { placeKeys, inferPlaces }: CostLevers,
    grid: CellGrid,
  ) {
    this.redirects = new PlaceRedirects(caches, policy);
    this.coverage = coverageOf(provider.descriptor);
    if (placeKeys === 'city') {
      this.cities = new CityPlaces(provider, caches, policy, this.redirects);
    }
    if (inferPlaces) this.inferred = new InferredPlaces(grid, caches, policy);
  }

  get descriptor(): ProviderDescriptor {
    return this.provider.descriptor;
  }

  /** Number of records in memory, by cache name. */
  sizes(): Readonly<Record<string, number>> {
    return this.caches.sizes();
  }

  /** Whether the provider has the dataset at all. */
  offers(dataset: DatasetName): boolean {
    return this.descriptor.datasets.includes(dataset);
  }

  /** Whether the provider may have the dataset at the place. */
  covers(dataset: DatasetName, place: Place): boolean {
    return this.coverage[dataset](place);
  }

  /**
   * The place of a cell, or its city; null where the provider has none. Returned without a promise when it is in
   * memory, like `read`.
   * @throws LoadError, DeadlineExceededError, NotAdmittedError
   */
  findPlace(cell: Cell, caller: Caller): MaybePromise<FoundPlace> {
    const place = this.provider.placeAt(cell.centre);
    if (place !== undefined) return { entry: { value: { place } }, outcome: 'hit' };
    const refusal: Refusal = () => this.provider.refusalOf('place', searchItem(cell.centre));
    const search = this.searchFor(cell, caller);
    const load = this.inferred?.orSearch(cell, search) ?? search;
    const found = this.caches.places.read(cell.id, load, caller.deadlineMs, refusal);
    const { cities } = this;
    if (!cities) return found;
    return found instanceof Promise
      ? found.then((place) => cities.cityOr(place, cell, caller))
      : cities.cityOr(found, cell, caller);
  }

  /**
   * A dataset at the place of a cell. A place that the provider no longer knows is searched again once
   * a day; the old place is kept until the search returns another one.
   * @throws LoadError, DeadlineExceededError, NotAdmittedError
   */
  read<D extends DatasetName>(query: Query<D>): MaybePromise<CacheResult<Datasets[D]>> {
    if (this.redirects.has(query.place)) return this.readMoved(query);
    const answer = this.readAt(query, query.place);
    return answer instanceof Promise ? this.orRedirected(answer, query) : answer;
  }

  /** Reads at the new place; while that is unavailable, cached records of the old place are served. */
  private async readMoved<D extends DatasetName>(
    query: Query<D>,
  ): Promise<CacheResult<Datasets[D]>> {
    const moved = await this.readRedirected(query).catch((error: unknown) => {
      if (!isOutage(error) && !(error instanceof NotAdmittedError)) throw error;
      return undefined;
    });
    return moved ?? this.orRedirected(this.readAt(query, query.place), query);
  }

  private async orRedirected<D extends DatasetName>(
    answer: MaybePromise<CacheResult<Datasets[D]>>,
    query: Query<D>,
  ): Promise<CacheResult<Datasets[D]>> {
    try {
      return await answer;
    } catch (error) {
      const moved = isUnknownPlace(error) ? await this.readRedirected(query) : undefined;
      if (!moved) throw error;
      return moved;
    }
  }

  /** Undefined when the search returns no other place. */
  private async readRedirected<D extends DatasetName>(
    query: Query<D>,
  ): Promise<CacheResult<Datasets[D]> | undefined> {
    const { cell, place, caller } = query;
    const search = this.searchFor(cell, caller);
    const target = await this.redirects.resolve(place, cell, search, caller.deadlineMs);
    if (!target) return undefined;
    const answer = await this.readAt(query, target);
    // Only after a successful read: until then the records of the old place are the only fallback.
    await this.redirects.move(cell, target);
    return answer;
  }

  private readAt<D extends DatasetName>(
    query: Query<D>,
    place: Place,
  ): MaybePromise<CacheResult<Datasets[D]>> {
    const { dataset, cell, caller } = query;
    const { allowance } = caller;
    const key = recordKey(dataset, place, cell.centre);
    const load: Load<Datasets[D]> = (priority, idleForMs, waiting) =>
      this.fetch(query, place, { priority, allowance, waiting }, idleForMs);
    const refusal: Refusal = () => this.provider.refusalOf(dataset, key);
    return this.caches.datasets[dataset].read(key, load, caller.deadlineMs, refusal);
  }

  private async fetch<D extends DatasetName>(
    { dataset, cell, caller }: Query<D>,
    place: Place,
    demand: Demand,
    idleForMs: number,
  ): Promise<Loaded<Datasets[D]>> {
    try {
      const key = recordKey(dataset, place, cell.centre);
      const { value, expiresInMs } = await this.provider.fetch(dataset, { ...place, key }, demand);
      const window = this.policy.windowOfRecord(dataset, value, expiresInMs, idleForMs);
      return { value, window: windowWithin(window, this.descriptor.freshness, expiresInMs) };
    } catch (error) {
      // Also when a cached record hides this error from the caller.
      if (isUnknownPlace(error)) await this.searchRedirect(cell, place, demand, caller);
      throw error;
    }
  }

  /**
   * Part of the request that found the place unknown: for the same caller, at the same priority.
   * @throws LoadError when the search fails while a caller waits, so that it is retried soon
   */
  private async searchRedirect(
    cell: Cell,
    place: Place,
    demand: Demand,
    { deadlineMs }: Caller,
  ): Promise<void> {
    const search: Load<PlaceRecord> = () => this.search(cell, demand);
    try {
      await this.redirects.resolve(place, cell, search, deadlineMs);
    } catch (error) {
      const isAwaited = demand.priority !== 'refresh' && error instanceof LoadError;
      if (isAwaited || !isOutage(error)) throw error;
    }
  }

  private searchFor(cell: Cell, { allowance }: Caller): Load<PlaceRecord> {
    return (priority, _idleForMs, waiting) => this.search(cell, { priority, allowance, waiting });
  }

  /** A search without result does not replace a place: the cell keeps it and searches again in a day. */
  private async search({ id, centre }: Cell, demand: Demand): Promise<Loaded<PlaceRecord>> {
    const { value: found } = await this.provider.findPlace(centre, demand);
    if (found) return { value: { place: found }, window: this.policy.windowOf('place') };
    const kept = this.caches.places.cachedEntry(id)?.value.place ?? null;
    const window = this.policy.windowOf(kept ? 'kept-place' : 'no-place');
    return { value: { place: kept }, window };
  }
}

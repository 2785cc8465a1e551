import type { Cell } from '@app/cells/cell.js';
import type { Load } from '@app/read-through/read-through.options.js';
import { isTooFar, type Place } from '../places/place.js';
import type { PlaceRecord } from '../places/place-record.js';
import type { Caches } from './caches.js';
import type { FreshnessPolicy } from './freshness-policy.js';

/**
 * Resolves a place that the provider no longer knows to its current place: one search a day for all
 * cells of the old place. The old place is kept until a search returns another one.
 */
export class PlaceRedirects {
  constructor(
    private readonly caches: Caches,
    private readonly policy: FreshnessPolicy,
  ) {}

  /** Whether a cached search result names another place. */
  has({ key }: Place): boolean {
    const { redirects } = this.caches;
    // Fast path: every hit passes here, and there are almost never any redirects.
    if (redirects.size === 0) return false;
    const target = redirects.cachedEntry(key)?.value.place;
    return Boolean(target) && target?.key !== key;
  }

  /**
   * The current place of a cell; undefined when the search finds none or the same one.
   * @throws LoadError, DeadlineExceededError or NotAdmittedError from the search
   */
  async resolve(
    { key }: Place,
    { id, centre }: Cell,
    search: Load<PlaceRecord>,
    deadlineMs: number,
  ): Promise<Place | undefined> {
    const target = await this.read(key, search, deadlineMs);
    // The search was for another cell of the old place; its result may be too far from this cell.
    const isElsewhere = target && isTooFar(target, centre);
    const place = isElsewhere ? await this.read(`${key}@${id}`, search, deadlineMs) : target;
    return place?.key === key ? undefined : place;
  }

  /** Moves a cell to a place in every process. */
  async move({ id }: Cell, place: Place): Promise<void> {
    const window = this.policy.windowOf('place');
    await this.caches.places.replace(id, { value: { place }, window });
  }

  private async read(
    key: string,
    search: Load<PlaceRecord>,
    deadlineMs: number,
  ): Promise<Place | undefined> {
    const load: Load<PlaceRecord> = async (...reason) => ({
      ...(await search(...reason)),
      window: this.policy.windowOf('redirect'),
    });
    const { entry } = await this.caches.redirects.read(key, load, deadlineMs);
    return entry.value.place ?? undefined;
  }
}

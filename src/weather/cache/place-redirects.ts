import type { Cell } from '@app/cells/cell.js';
import type { Load } from '@app/read-through/read-through.options.js';
import { isTooFar, type Place } from '../places/place.js';
import type { PlaceRecord } from '../places/place-record.js';
import type { Caches } from './caches.js';
import type { FreshnessPolicy } from './freshness-policy.js';

/**
 * Where a place went that the provider no longer knows: one search a day finds the place it names
 * now, for all cells of the old one. The old place stands until a search names another.
 */
export class PlaceRedirects {
  constructor(
    private readonly caches: Caches,
    private readonly policy: FreshnessPolicy,
  ) {}

  /** Whether a search has named another place, as far as this process knows. */
  has({ key }: Place): boolean {
    const { redirects } = this.caches;
    // Every hit passes here, and there are nearly always none.
    if (redirects.size === 0) return false;
    const target = redirects.cachedEntry(key)?.value.place;
    return Boolean(target) && target?.key !== key;
  }

  /**
   * The place that the provider names now for a cell; undefined when it names none, or the same.
   * @throws LoadError, DeadlineExceededError, or NotAdmittedError of the search
   */
  async resolve(
    { key }: Place,
    { id, centre }: Cell,
    search: Load<PlaceRecord>,
    deadlineMs: number,
  ): Promise<Place | undefined> {
    const target = await this.read(key, search, deadlineMs);
    // The search was made for another cell of the old place, too far from this one.
    const isElsewhere = target && isTooFar(target, centre);
    const place = isElsewhere ? await this.read(`${key}@${id}`, search, deadlineMs) : target;
    return place?.key === key ? undefined : place;
  }

  /** Moves a cell to a place, here and in every process. */
  async move({ id }: Cell, place: Place): Promise<void> {
    const window = this.policy.windowOf('place');
    await this.caches.places.replace(id, { value: { place }, window });
  }

  private async read(
    key: string,
    search: Load<PlaceRecord>,
    deadlineMs: number,
  ): Promise<Place | undefined> {
    const load: Load<PlaceRecord> = async (priority) => ({
      ...(await search(priority)),
      window: this.policy.windowOf('redirect'),
    });
    const { entry } = await this.caches.redirects.read(key, load, deadlineMs);
    return entry.value.place ?? undefined;
  }
}

import type { Cell } from '@app/cells/cell.js';
import type { Load } from '@app/read-through/read-through.options.js';
import { isTooFar, type Place } from '../places/place.js';
import type { Caches } from './caches.js';
import type { PlaceRecord } from './codecs.js';
import type { FreshnessPolicy } from './freshness-policy.js';

/**
 * What becomes of a place that the provider does not know any more: one search, once a day, says what
 * it names now, for all cells of the old place. The old one stands until a search names another.
 */
export class PlaceRedirects {
  constructor(
    private readonly caches: Caches,
    private readonly policy: FreshnessPolicy,
  ) {}

  /** Whether a search has named another place, as far as this process knows. */
  isNamed({ key }: Place): boolean {
    const { redirects: successors } = this.caches;
    // Nearly always; every hit passes here.
    if (successors.size === 0) return false;
    const named = successors.copyOf(key)?.value.place;
    return Boolean(named) && named?.key !== key;
  }

  /**
   * The place that the provider names now for a cell; undefined when it names none, or the same.
   * @throws LoadError, DeadlineExceededError, or NotAdmittedError of the search
   */
  async of(
    { key }: Place,
    { id, centre }: Cell,
    search: Load<PlaceRecord>,
    deadlineMs: number,
  ): Promise<Place | undefined> {
    const named = await this.named(key, search, deadlineMs);
    // The search was made for another cell of the old place, at the other end of it.
    const isElsewhere = named && isTooFar(named, centre);
    const place = isElsewhere ? await this.named(`${key}@${id}`, search, deadlineMs) : named;
    return place?.key === key ? undefined : place;
  }

  /** Moves a cell to a place, here and in every process. */
  async move({ id }: Cell, place: Place): Promise<void> {
    const window = this.policy.windowOf('place');
    await this.caches.places.replace(id, { value: { place }, window });
  }

  private async named(
    key: string,
    search: Load<PlaceRecord>,
    deadlineMs: number,
  ): Promise<Place | undefined> {
    const load: Load<PlaceRecord> = async (urgency) => ({
      ...(await search(urgency)),
      window: this.policy.windowOf('successor'),
    });
    const { entry } = await this.caches.redirects.read(key, load, deadlineMs);
    return entry.value.place ?? undefined;
  }
}

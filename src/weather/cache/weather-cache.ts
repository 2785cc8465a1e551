import { Injectable } from '@nestjs/common';
import type { Cell } from '@app/cells/cell.js';
import { LoadError } from '@app/read-through/load.error.js';
import type { Answer } from '@app/read-through/read-through.js';
import type { Loaded } from '@app/read-through/read-through.options.js';
import type { Urgency } from '@app/read-through/urgency.js';
import type { Conditions } from '../datasets/conditions.js';
import type { ProviderFault } from '../errors/provider.error.js';
import type { Place } from '../place.js';
import { WeatherProvider } from '../weather-provider.js';
import { Caches } from './caches.js';
import type { PlaceOfCell } from './codecs.js';
import { FreshnessPolicy } from './freshness-policy.js';

const UNKNOWN_PLACE: ProviderFault = 'unknown-place';

/** Every question to the provider goes through here, so that none is asked twice. */
@Injectable()
export class WeatherCache {
  constructor(
    private readonly provider: WeatherProvider,
    private readonly policy: FreshnessPolicy,
    private readonly caches: Caches,
  ) {}

  placeOf(cell: Cell, deadlineMs: number): Promise<Answer<PlaceOfCell>> {
    return this.caches.places.read(cell.id, (urgency) => this.search(cell, urgency), deadlineMs);
  }

  /**
   * The conditions at the place of a cell. A place that the provider does not know any more is looked
   * up anew, once a day; the old one stands until the search names another.
   */
  async conditionsOf(cell: Cell, place: Place, deadlineMs: number): Promise<Answer<Conditions>> {
    try {
      return await this.readConditions(cell, place, deadlineMs);
    } catch (error) {
      if (!isUnknownPlace(error)) throw error;
      const successor = await this.replacePlace(cell, place, deadlineMs);
      if (!successor) throw error;
      return this.readConditions(cell, successor, deadlineMs);
    }
  }

  private readConditions(
    cell: Cell,
    place: Place,
    deadlineMs: number,
  ): Promise<Answer<Conditions>> {
    const load = async (urgency: Urgency): Promise<Loaded<Conditions>> => {
      try {
        const { value, expiresInMs } = await this.provider.conditions(place.key, urgency);
        return { value, window: this.policy.windowOf('conditions', expiresInMs) };
      } catch (error) {
        // Also when an old copy is served instead of this error, and nobody hears of it.
        if (isUnknownPlace(error)) await this.replacePlace(cell, place, deadlineMs);
        throw error;
      }
    };
    return this.caches.conditions.read(place.key, load, deadlineMs);
  }

  /** The place that the provider now names for the cell; undefined when it is the same or none. */
  private async replacePlace(
    cell: Cell,
    { key }: Place,
    deadlineMs: number,
  ): Promise<Place | undefined> {
    const { entry } = await this.caches.successors.read(
      key,
      async (urgency) => ({
        ...(await this.search(cell, urgency)),
        window: this.policy.windowOf('successor'),
      }),
      deadlineMs,
    );
    const { place } = entry.value;
    if (!place || place.key === key) return undefined;
    const window = this.policy.windowOf('place');
    await this.caches.places.replace(cell.id, { value: { place }, window });
    return place;
  }

  /** A search that finds nothing does not unseat a place: the cell keeps it and asks again in a day. */
  private async search({ id, centre }: Cell, urgency: Urgency): Promise<Loaded<PlaceOfCell>> {
    const { value: found } = await this.provider.findPlace(centre, urgency);
    if (found) return { value: { place: found }, window: this.policy.windowOf('place') };
    const kept = this.caches.places.copyOf(id)?.value.place ?? null;
    return {
      value: { place: kept },
      window: this.policy.windowOf(kept ? 'kept-place' : 'no-place'),
    };
  }
}

function isUnknownPlace(error: unknown): boolean {
  return error instanceof LoadError && error.code === UNKNOWN_PLACE;
}

import type { Cell } from '@app/cells/cell.js';
import { LoadError } from '@app/read-through/load.error.js';
import type { Answer } from '@app/read-through/read-through.js';
import type { Load, Loaded } from '@app/read-through/read-through.options.js';
import type { Urgency } from '@app/read-through/urgency.js';
import type { DatasetName, Datasets } from '../datasets/datasets.js';
import type { ProviderFault } from '../errors/provider.error.js';
import type { Place } from '../place.js';
import type { Origin, Provided, WeatherProvider } from '../weather-provider.js';
import type { Caches } from './caches.js';
import type { Charge } from './charge.js';
import type { PlaceOfCell } from './codecs.js';
import type { FreshnessPolicy } from './freshness-policy.js';

/** A watch that asks. */
export interface Asker {
  /** The user whose allowance pays for calls that he causes. */
  readonly subject: string;
  /** The instant (ms since the epoch) until which he can wait. */
  readonly deadlineMs: number;
}

const UNKNOWN_PLACE: ProviderFault = 'unknown-place';

const QUESTIONS: {
  readonly [D in DatasetName]: (
    provider: WeatherProvider,
    placeKey: string,
    urgency: Urgency,
  ) => Promise<Provided<Datasets[D]>>;
} = {
  conditions: (provider, key, urgency) => provider.conditions(key, urgency),
  hourly: (provider, key, urgency) => provider.hourlyForecast(key, urgency),
  daily: (provider, key, urgency) => provider.dailyForecast(key, urgency),
  alerts: (provider, key, urgency) => provider.alerts(key, urgency),
};

/** Every question to one provider goes through here, so that none is asked twice. */
export class WeatherCache {
  constructor(
    private readonly provider: WeatherProvider,
    private readonly policy: FreshnessPolicy,
    private readonly caches: Caches,
    private readonly charge: Charge,
  ) {}

  get origin(): Origin {
    return this.provider.origin;
  }

  /** Records in memory, by kind. */
  sizes(): Readonly<Record<string, number>> {
    return this.caches.sizes();
  }

  /**
   * The place that stands for a cell; null where the provider has none.
   * @throws LoadError, DeadlineExceededError, NotAdmittedError
   */
  placeOf(cell: Cell, asker: Asker): Promise<Answer<PlaceOfCell>> {
    return this.caches.places.read(cell.id, this.searchFor(cell, asker), asker.deadlineMs);
  }

  /** What `placeOf` would answer, when it is at hand. */
  placeAtHand(cell: Cell, asker: Asker): Answer<PlaceOfCell> | undefined {
    return this.caches.places.atHand(cell.id, this.searchFor(cell, asker));
  }

  /** What `read` would answer, when it is at hand. */
  atHand<D extends DatasetName>(
    dataset: D,
    cell: Cell,
    place: Place,
    asker: Asker,
  ): Answer<Datasets[D]> | undefined {
    const load = this.loadOf(dataset, cell, place, asker);
    return this.caches.datasets[dataset].atHand(place.key, load);
  }

  /**
   * A dataset of the place of a cell. A place that the provider does not know any more is looked up
   * anew, once a day; the old one stands until the search names another.
   * @throws LoadError, DeadlineExceededError, NotAdmittedError
   */
  async read<D extends DatasetName>(
    dataset: D,
    cell: Cell,
    place: Place,
    asker: Asker,
  ): Promise<Answer<Datasets[D]>> {
    try {
      return await this.readDataset(dataset, cell, place, asker);
    } catch (error) {
      if (!isUnknownPlace(error)) throw error;
      const successor = await this.replacePlace(cell, place, asker);
      if (!successor) throw error;
      return this.readDataset(dataset, cell, successor, asker);
    }
  }

  private readDataset<D extends DatasetName>(
    dataset: D,
    cell: Cell,
    place: Place,
    asker: Asker,
  ): Promise<Answer<Datasets[D]>> {
    const load = this.loadOf(dataset, cell, place, asker);
    return this.caches.datasets[dataset].read(place.key, load, asker.deadlineMs);
  }

  private searchFor(cell: Cell, asker: Asker): Load<PlaceOfCell> {
    const search: Load<PlaceOfCell> = (urgency) => this.search(cell, urgency);
    return this.provider.searchesForPlaces ? this.paidBy(asker, search) : search;
  }

  private loadOf<D extends DatasetName>(
    dataset: D,
    cell: Cell,
    place: Place,
    asker: Asker,
  ): Load<Datasets[D]> {
    return this.paidBy(asker, async (urgency): Promise<Loaded<Datasets[D]>> => {
      try {
        const question = QUESTIONS[dataset];
        const { value, expiresInMs } = await question(this.provider, place.key, urgency);
        return { value, window: this.policy.windowOf(dataset, expiresInMs) };
      } catch (error) {
        // Also when an old copy is served instead of this error, and nobody hears of it.
        if (isUnknownPlace(error)) await this.replacePlace(cell, place, asker);
        throw error;
      }
    });
  }

  /** The place that the provider now names for the cell; undefined when it is the same or none. */
  private async replacePlace(cell: Cell, { key }: Place, asker: Asker): Promise<Place | undefined> {
    const load = this.paidBy(asker, async (urgency) => ({
      ...(await this.search(cell, urgency)),
      window: this.policy.windowOf('successor'),
    }));
    const { entry } = await this.caches.successors.read(key, load, asker.deadlineMs);
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

  /** Whoever waits for a call pays for it; a refresh, for which nobody waits, is on the house. */
  private paidBy<T>({ subject }: Asker, load: Load<T>): Load<T> {
    return (urgency) =>
      urgency === 'refresh' ? load(urgency) : this.charge(subject, () => load(urgency));
  }
}

function isUnknownPlace(error: unknown): boolean {
  return error instanceof LoadError && error.code === UNKNOWN_PLACE;
}

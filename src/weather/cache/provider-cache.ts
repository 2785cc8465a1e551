import type { Cell } from '@app/cells/cell.js';
import { LoadError } from '@app/read-through/load.error.js';
import { NotAdmittedError } from '@app/read-through/not-admitted.error.js';
import type { Answer } from '@app/read-through/read-through.js';
import type { Load, Loaded } from '@app/read-through/read-through.options.js';
import type { Urgency } from '@app/read-through/urgency.js';
import type { DatasetName, Datasets } from '../datasets/registry.js';
import { isOutage } from '../errors/as-weather-error.js';
import type { ProviderFault } from '../providers/provider.error.js';
import type { Place } from '../places/place.js';
import type { Origin, Provided, WeatherProvider } from '../providers/weather-provider.js';
import type { Caches } from './caches.js';
import type { Charge } from './charge.js';
import type { PlaceRecord } from './codecs.js';
import type { FreshnessPolicy } from './freshness-policy.js';
import { PlaceRedirects } from './place-redirects.js';

/** A watch that asks. */
export interface Caller {
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
export class ProviderCache {
  private readonly successors: PlaceRedirects;

  constructor(
    private readonly provider: WeatherProvider,
    private readonly policy: FreshnessPolicy,
    private readonly caches: Caches,
    private readonly charge: Charge,
  ) {
    this.successors = new PlaceRedirects(caches, policy);
  }

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
  placeOf(cell: Cell, asker: Caller): Promise<Answer<PlaceRecord>> {
    return this.caches.places.read(cell.id, this.searchFor(cell, asker), asker.deadlineMs);
  }

  /** What `placeOf` would answer, when it is at hand. */
  placeAtHand(cell: Cell, asker: Caller): Answer<PlaceRecord> | undefined {
    return this.caches.places.atHand(cell.id, this.searchFor(cell, asker));
  }

  /** What `read` would answer, when it is at hand. */
  atHand<D extends DatasetName>(
    dataset: D,
    cell: Cell,
    place: Place,
    asker: Caller,
  ): Answer<Datasets[D]> | undefined {
    if (this.successors.isNamed(place)) return undefined;
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
    asker: Caller,
  ): Promise<Answer<Datasets[D]>> {
    const atSuccessor = (): Promise<Answer<Datasets[D]> | undefined> =>
      this.readAtSuccessor(dataset, cell, place, asker);
    const isGone = this.successors.isNamed(place);
    const answer = isGone ? await atSuccessor().catch(unlessOutage) : undefined;
    if (answer) return answer;
    return this.readDataset(dataset, cell, place, asker).catch(async (error: unknown) => {
      const instead = isUnknownPlace(error) ? await atSuccessor() : undefined;
      if (!instead) throw error;
      return instead;
    });
  }

  /** Undefined when the provider names no other place. */
  private async readAtSuccessor<D extends DatasetName>(
    dataset: D,
    cell: Cell,
    place: Place,
    asker: Caller,
  ): Promise<Answer<Datasets[D]> | undefined> {
    const search = this.searchFor(cell, asker);
    const successor = await this.successors.of(place, cell, search, asker.deadlineMs);
    if (!successor) return undefined;
    const answer = await this.readDataset(dataset, cell, successor, asker);
    // Not before it has weather: until then copies of the old place are what there is.
    await this.successors.move(cell, successor);
    return answer;
  }

  private readDataset<D extends DatasetName>(
    dataset: D,
    cell: Cell,
    place: Place,
    asker: Caller,
  ): Promise<Answer<Datasets[D]>> {
    const load = this.loadOf(dataset, cell, place, asker);
    return this.caches.datasets[dataset].read(place.key, load, asker.deadlineMs);
  }

  private searchFor(cell: Cell, asker: Caller): Load<PlaceRecord> {
    const search: Load<PlaceRecord> = (urgency) => this.search(cell, urgency);
    return this.provider.searchesForPlaces ? this.paidBy(asker, search) : search;
  }

  private loadOf<D extends DatasetName>(
    dataset: D,
    cell: Cell,
    place: Place,
    asker: Caller,
  ): Load<Datasets[D]> {
    return this.paidBy(asker, async (urgency): Promise<Loaded<Datasets[D]>> => {
      try {
        const question = QUESTIONS[dataset];
        const { value, expiresInMs } = await question(this.provider, place.key, urgency);
        return { value, window: this.policy.windowOf(dataset, expiresInMs) };
      } catch (error) {
        // Also when an old copy is served instead of this error, and nobody hears of it.
        if (isUnknownPlace(error)) await this.lookForSuccessor(cell, place, urgency, asker);
        throw error;
      }
    });
  }

  /**
   * Part of the question that found the place gone: paid with it, and as urgent.
   * @throws LoadError when the search fails and somebody waits: to be tried again soon
   */
  private async lookForSuccessor(
    cell: Cell,
    place: Place,
    urgency: Urgency,
    { deadlineMs }: Caller,
  ): Promise<void> {
    const search: Load<PlaceRecord> = () => this.search(cell, urgency);
    try {
      await this.successors.of(place, cell, search, deadlineMs);
    } catch (error) {
      const isTold = urgency !== 'refresh' && error instanceof LoadError;
      if (isTold || !isOutage(error)) throw error;
    }
  }

  /** A search that finds nothing does not unseat a place: the cell keeps it and asks again in a day. */
  private async search({ id, centre }: Cell, urgency: Urgency): Promise<Loaded<PlaceRecord>> {
    const { value: found } = await this.provider.findPlace(centre, urgency);
    if (found) return { value: { place: found }, window: this.policy.windowOf('place') };
    const kept = this.caches.places.copyOf(id)?.value.place ?? null;
    return {
      value: { place: kept },
      window: this.policy.windowOf(kept ? 'kept-place' : 'no-place'),
    };
  }

  /** Whoever waits for a call pays for it; a refresh, for which nobody waits, is on the house. */
  private paidBy<T>({ subject }: Caller, load: Load<T>): Load<T> {
    return (urgency) =>
      urgency === 'refresh' ? load(urgency) : this.charge(subject, () => load(urgency));
  }
}

/** A copy of the old place may be left. */
function unlessOutage(error: unknown): undefined {
  if (!isOutage(error) && !(error instanceof NotAdmittedError)) throw error;
  return undefined;
}

function isUnknownPlace(error: unknown): boolean {
  return error instanceof LoadError && error.code === UNKNOWN_PLACE;
}

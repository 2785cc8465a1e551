import type { Position } from '@app/cells/position.js';
import type { Demand } from '@app/load/demand.js';
import type { LoadError } from '@app/load/load.error.js';
import { codecOf, type DatasetName, type Datasets } from '../../datasets/registry.js';
import type { Place } from '../../places/place.js';
import { bounded } from '../bounded.js';
import { offered } from '../offered.js';
import { roundedTo } from '../position-box.js';
import { coordinatesOf, placeAt } from '../position-place.js';
import type { FeedClient } from '../upstream/feed.client.js';
import type { FeedReader, FeedReaders } from '../upstream/feed-readers.js';
import { WeatherProvider, type Provided } from '../weather-provider.js';
import { covers } from './met-norway.coverage.js';
import { MET_NORWAY } from './met-norway.descriptor.js';
import { toAlerts } from './readers/met-norway.alerts.js';

/** A kilometre: where land and sea are close, a coarser position could be in the other one's area. */
const DECIMALS = 2;

const READERS: FeedReaders = {
  alerts: toAlerts,
} satisfies Record<(typeof MET_NORWAY.datasets)[number], unknown>;

/** Official alerts of Norway and its seas (MetAlerts 2.0). */
export class MetNorwayProvider extends WeatherProvider {
  override readonly descriptor = MET_NORWAY;

  constructor(private readonly client: FeedClient) {
    super();
  }

  /** The feed answers an empty list for a position abroad, too, so its area has to be known here. */
  override placeAt(centre: Position): Place | null {
    if (!covers(centre)) return null;
    return { ...placeAt(roundedTo(DECIMALS, centre)), timeZone: 'Europe/Oslo', hasAlerts: true };
  }

  override findPlace(centre: Position): Promise<Provided<Place | null>> {
    return Promise.resolve({ value: this.placeAt(centre), expiresInMs: undefined });
  }

  /** A search costs no call, so nothing refuses it. */
  override refusalOf(operation: 'place' | DatasetName, item: string): LoadError | undefined {
    return operation === 'place' ? undefined : this.client.refusalOf({ operation, item });
  }

  override async fetch<D extends DatasetName>(
    dataset: D,
    { key }: Pick<Place, 'key'>,
    demand: Demand,
  ): Promise<Provided<Datasets[D]>> {
    const read = offered<FeedReader<Datasets[D]>>(READERS[dataset], dataset, MET_NORWAY);
    const { latitude: lat, longitude: lon } = coordinatesOf(key);
    const codec = codecOf(dataset);
    return this.client.request({
      operation: dataset,
      item: key,
      path: '/weatherapi/metalerts/2.0/current.json',
      parameters: { lat, lon, lang: 'en' },
      ...demand,
      read: (body, nowMs) => bounded(codec, read(body, nowMs), nowMs),
    });
  }
}

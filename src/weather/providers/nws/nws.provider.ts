import type { Position } from '@app/cells/position.js';
import type { Demand } from '@app/load/demand.js';
import type { LoadError } from '@app/load/load.error.js';
import { codecOf, type DatasetName, type Datasets } from '../../datasets/registry.js';
import type { Place } from '../../places/place.js';
import { placeCodec } from '../../places/place-record.js';
import { bounded } from '../bounded.js';
import { offered } from '../offered.js';
import { boxCentre, roundedTo } from '../position-box.js';
import { coordinatesOf, placeAt } from '../position-place.js';
import { searchItem } from '../search-item.js';
import type { ErrorResponse } from '../upstream/error-response.js';
import type { FeedClient } from '../upstream/feed.client.js';
import type { FeedReader, FeedReaders } from '../upstream/feed-readers.js';
import { isRecord } from '../upstream/json.js';
import { WeatherProvider, type Provided } from '../weather-provider.js';
import { mayCover } from './nws.coverage.js';
import { NWS } from './nws.descriptor.js';
import { toAlerts } from './readers/nws.alerts.js';
import { toPoint, type Point } from './readers/nws.point.js';

/** More are redirected, and redirects are not followed. */
const DECIMALS = 4;
/** Alerts are asked for boxes of 0.05°. */
const BOXES_PER_DEGREE = 20;

const PLACES = placeCodec(NWS.isPlaceKey);
const READERS: FeedReaders = {
  alerts: toAlerts,
} satisfies Record<(typeof NWS.datasets)[number], unknown>;

/** Official alerts of the United States. */
export class NwsProvider extends WeatherProvider {
  override readonly descriptor = NWS;

  constructor(private readonly client: FeedClient) {
    super();
  }

  override placeAt(centre: Position): null | undefined {
    return mayCover(centre) ? undefined : null;
  }

  /**
   * The feed answers an empty list for a position abroad, too, so its look-up of points has to know the cell first.
   * The alerts are those of the box only where its centre is in the same zones: at a border it is abroad, and at
   * a coast on water, where there are no alerts for land.
   */
  override async findPlace(centre: Position, demand: Demand): Promise<Provided<Place | null>> {
    const cell = roundedTo(DECIMALS, centre);
    const box = boxCentre(BOXES_PER_DEGREE, centre);
    const [atCell, atBox] = await Promise.all([
      this.pointAt(cell, searchItem(centre), demand),
      this.pointAt(box, searchItem(box), demand),
    ]);
    const { value: point, expiresInMs } = atCell;
    if (!point) return { value: null, expiresInMs };
    const { key } = placeAt(atBox.value?.zones === point.zones ? box : cell);
    return { value: { ...placeAt(cell), ...point.place, key, hasAlerts: true }, expiresInMs };
  }

  override refusalOf(operation: 'place' | DatasetName, item: string): LoadError | undefined {
    return this.client.refusalOf({ operation, item });
  }

  override async fetch<D extends DatasetName>(
    dataset: D,
    { key }: Pick<Place, 'key'>,
    demand: Demand,
  ): Promise<Provided<Datasets[D]>> {
    const read = offered<FeedReader<Datasets[D]>>(READERS[dataset], dataset, NWS);
    const { latitude, longitude } = coordinatesOf(key);
    const codec = codecOf(dataset);
    return this.client.request({
      operation: dataset,
      item: key,
      path: '/alerts/active',
      parameters: { point: `${latitude},${longitude}` },
      ...demand,
      read: (body, nowMs) => bounded(codec, read(body, nowMs), nowMs),
    });
  }

  private pointAt(
    position: Position,
    item: string,
    demand: Demand,
  ): Promise<Provided<Point | null>> {
    return this.client.request({
      operation: 'place',
      item,
      path: `/points/${searchItem(position)}`,
      parameters: {},
      ...demand,
      isNothing: isAbroad,
      read: (body, nowMs) => {
        const point = body === undefined ? null : toPoint(body);
        return point && { ...point, place: bounded(PLACES, point.place, nowMs) };
      },
    });
  }
}

/** A 404 of the feed is JSON; one of a proxy or a wrong base URL is a page. */
function isAbroad({ status, body }: ErrorResponse): boolean {
  return status === 404 && isRecord(body);
}

import type { Window } from '@app/read-through/window.js';
import type { Place } from '../../../src/weather/places/place.js';
import { placeBetween } from '../../../src/weather/places/place-between.js';
import type { PlaceRecord } from '../../../src/weather/places/place-record.js';
import type { KeyMap } from './key-map.js';

/** An inferred place is kept for this share of the time of a searched one, as `InferredPlaces` of the product says. */
const SHARE = 1 / 4;

const UNKNOWN: Omit<Place, 'key' | 'position'> = {
  name: null,
  country: null,
  timeZone: null,
  utcOffset: null,
  elevationMetres: null,
  cityKey: null,
  hasAlerts: null,
  hasAirQuality: null,
  hasPollen: null,
  hasMinutely: null,
};

/** Finds the place of a cell between its neighbours by the rule of the product (`INFER_PLACES`). */
export class PlaceInference {
  private keys: KeyMap | undefined;
  private isInferred = new Uint8Array(0);
  private places: readonly Place[] = [];

  /** Forgets the previous city. */
  start(keys: KeyMap): void {
    this.keys = keys;
    this.isInferred = new Uint8Array(keys.countOf('place'));
    this.places = keys.places.map((position, index) => ({
      ...UNKNOWN,
      key: String(index),
      position,
    }));
  }

  /** @param isUsable whether the record of a cell is there and has not expired */
  infers(cell: number, isUsable: (cell: number) => boolean): boolean {
    const { keys } = this;
    const at = keys?.cells.cells[cell];
    if (!keys || !at) return false;
    const neighbours = keys.cells
      .neighboursOf(cell)
      .map((one) => (one !== undefined && isUsable(one) ? this.recordOf(keys, one) : undefined));
    if (!placeBetween(neighbours, at.centre)) return false;
    this.isInferred[cell] = 1;
    return true;
  }

  windowOf({ freshForMs, revalidateForMs, errorForMs }: Window): Window {
    return {
      freshForMs: freshForMs * SHARE,
      revalidateForMs: revalidateForMs * SHARE,
      errorForMs: errorForMs * SHARE,
    };
  }

  private recordOf(keys: KeyMap, cell: number): PlaceRecord {
    const place = this.places[keys.placeOfCell[cell] ?? 0] ?? null;
    return this.isInferred[cell] ? { place, isInferred: true } : { place };
  }
}

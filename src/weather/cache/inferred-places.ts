import type { Cell } from '@app/cells/cell.js';
import type { CellGrid } from '@app/cells/cell-grid.js';
import type { Load } from '@app/read-through/read-through.options.js';
import type { Window } from '@app/read-through/window.js';
import type { Place } from '../places/place.js';
import { placeBetween } from '../places/place-between.js';
import type { PlaceRecord } from '../places/place-record.js';
import type { Caches } from './caches.js';
import type { FreshnessPolicy } from './freshness-policy.js';

/** An inferred place is kept for this share of the time of a searched one. */
const SHARE = 1 / 4;

/** Finds the place of a cell between its neighbours without a search (ADR 29). */
export class InferredPlaces {
  constructor(
    private readonly grid: CellGrid,
    private readonly caches: Pick<Caches, 'places'>,
    private readonly policy: FreshnessPolicy,
  ) {}

  /** A load that searches only where the neighbours do not tell, or where the cell was searched before. */
  orSearch(cell: Cell, search: Load<PlaceRecord>): Load<PlaceRecord> {
    return async (...reason) => {
      const place = this.wasSearched(cell) ? null : await this.placeOf(cell);
      if (!place) return search(...reason);
      return { value: { place, isInferred: true }, window: shorter(this.policy.windowOf('place')) };
    };
  }

  private wasSearched({ id }: Cell): boolean {
    const known = this.caches.places.cachedEntry(id)?.value;
    return Boolean(known?.place) && !known?.isInferred;
  }

  private async placeOf(cell: Cell): Promise<Place | null> {
    const { places } = this.caches;
    const ids = this.grid.neighbours(cell).map(({ id }) => id);
    const found = await Promise.all(ids.map((id) => places.findUsable(id)));
    return placeBetween(
      found.map((entry) => entry?.value),
      cell.centre,
    );
  }
}

function shorter({ freshForMs, revalidateForMs, errorForMs }: Window): Window {
  return {
    freshForMs: freshForMs * SHARE,
    revalidateForMs: revalidateForMs * SHARE,
    errorForMs: errorForMs * SHARE,
  };
}

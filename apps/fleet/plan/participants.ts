import { admissionPercent } from '@app/pilot/pilot.js';
import type { CityWatches } from '../trace/city-watches.js';
import type { Variant } from './variant.js';

/** Decides which watches of a city take part in a row. */
export class Participants {
  private admittedFrom: Uint8Array | undefined;

  constructor(private readonly watches: CityWatches) {}

  /** By watch; undefined = all. The product's rule decides about the pilot. */
  of({
    fleetShare,
    pilotPercent,
  }: Pick<Variant, 'fleetShare' | 'pilotPercent'>): Uint8Array | undefined {
    if (fleetShare < 1) return this.below(fleetShare);
    if (pilotPercent >= 100) return undefined;
    return this.admissionPercents().map((percent) => (percent <= pilotPercent ? 1 : 0));
  }

  private below(share: number): Uint8Array {
    return Uint8Array.from(this.watches.rank, (rank) => (rank < share ? 1 : 0));
  }

  /** By watch: the smallest percentage that admits its user. A hash each, so once for all rows. */
  private admissionPercents(): Uint8Array {
    const { city, count } = this.watches;
    return (this.admittedFrom ??= Uint8Array.from({ length: count }, (_, watch) =>
      admissionPercent(`watch-${city.row}-${watch}`),
    ));
  }
}

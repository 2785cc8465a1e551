import { Inject, Injectable } from '@nestjs/common';
import type { Cell } from '@app/cells/cell.js';
import { ReadThrough, type Answer, type Loaded } from '@app/read-through/read-through.js';
import type { Conditions } from './conditions.js';
import { FreshnessPolicy } from './freshness-policy.js';
import type { Place } from './place.js';
import { WeatherProvider, type Provided } from './weather-provider.js';

/** The place of a cell; `place` is null where there is none, which is worth remembering too. */
export interface PlaceOfCell {
  readonly place: Place | null;
}

export const PLACES = Symbol('PLACES');
export const CONDITIONS = Symbol('CONDITIONS');

/** Every question to the provider goes through here, so that none is asked twice. */
@Injectable()
export class WeatherCache {
  constructor(
    private readonly provider: WeatherProvider,
    private readonly policy: FreshnessPolicy,
    @Inject(PLACES) private readonly places: ReadThrough<PlaceOfCell>,
    @Inject(CONDITIONS) private readonly conditions: ReadThrough<Conditions>,
  ) {}

  placeOf(cell: Cell, deadlineMs: number): Promise<Answer<PlaceOfCell>> {
    const load = async (): Promise<Loaded<PlaceOfCell>> => {
      const { value: place } = await this.provider.findPlace(cell.centre);
      return { value: { place }, window: this.policy.windowOf(place ? 'place' : 'no-place') };
    };
    return this.places.read(cell.id, load, deadlineMs);
  }

  conditionsOf(place: Place, deadlineMs: number): Promise<Answer<Conditions>> {
    const load = async (): Promise<Loaded<Conditions>> =>
      this.lasting('conditions', await this.provider.currentConditions(place.key));
    return this.conditions.read(place.key, load, deadlineMs);
  }

  private lasting<T>(dataset: 'conditions', { value, expiresInMs }: Provided<T>): Loaded<T> {
    return { value, window: this.policy.windowOf(dataset, expiresInMs) };
  }
}

import type { Position } from '@app/cells/position.js';
import type { Conditions } from '../conditions.js';
import type { Place } from '../place.js';
import { WeatherProvider, type Provided } from '../weather-provider.js';

export const VILLAGE: Place = {
  key: 'village',
  name: 'Village',
  country: 'FR',
  timeZone: 'Europe/Paris',
  position: { latitude: 48.872, longitude: 2.31 },
};

export const DRIZZLE: Conditions = {
  observedAtMs: Date.UTC(2026, 0, 1),
  visibilityMeters: 9_700,
  precipitationPastHourMillimeters: 1,
  uvIndex: 1,
};

/** A provider that says what a test sets, and remembers what it was asked. */
export class FakeWeatherProvider extends WeatherProvider {
  readonly searches: Position[] = [];
  readonly conditionsCalls: string[] = [];
  place: Place | null = VILLAGE;
  conditions: Conditions = DRIZZLE;
  expiresInMs: number | undefined = undefined;
  /** Thrown instead of an answer. */
  fault: Error | undefined = undefined;

  override findPlace(centre: Position): Promise<Provided<Place | null>> {
    this.searches.push(centre);
    return this.answer(() => this.place);
  }

  override currentConditions(placeKey: string): Promise<Provided<Conditions>> {
    this.conditionsCalls.push(placeKey);
    return this.answer(() => this.conditions);
  }

  private async answer<T>(value: () => T): Promise<Provided<T>> {
    await Promise.resolve();
    if (this.fault) throw this.fault;
    return { value: value(), expiresInMs: this.expiresInMs };
  }
}

import type { Position } from '@app/cells/position.js';
import type { Urgency } from '@app/read-through/urgency.js';
import type { Alerts } from '../datasets/alerts/alerts.js';
import type { Conditions } from '../datasets/conditions/conditions.js';
import type { DailyForecast } from '../datasets/daily/daily-forecast.js';
import type { HourlyForecast } from '../datasets/hourly/hourly-forecast.js';
import type { Place } from '../places/place.js';

/** Who a value comes from. */
export type Origin = 'accwea' | 'open-meteo';

/** What a provider answered, and for how long it says that holds. */
export interface Provided<T> {
  readonly value: T;
  /** Undefined when the provider does not say. */
  readonly expiresInMs: number | undefined;
}

/**
 * Where weather is bought. Every call costs money and may fail; each keeps the deadline of one
 * upstream answer. `urgency` decides what is spared first when calls run short. A place key is one
 * that this provider gave. Port and DI token.
 */
export abstract class WeatherProvider {
  abstract readonly origin: Origin;

  /** Whether finding a place takes a call; else each position is a place of its own. */
  abstract readonly searchesForPlaces: boolean;

  /**
   * The place that stands for a cell.
   * @returns null when the provider covers no place there
   * @throws LoadError, a ProviderError when the provider was asked
   */
  abstract findPlace(centre: Position, urgency: Urgency): Promise<Provided<Place | null>>;

  /** @throws LoadError, a ProviderError when the provider was asked */
  abstract conditions(placeKey: string, urgency: Urgency): Promise<Provided<Conditions>>;

  /**
   * As many hours as the plan includes, 24 at most.
   * @throws LoadError, a ProviderError when the provider was asked
   */
  abstract hourlyForecast(placeKey: string, urgency: Urgency): Promise<Provided<HourlyForecast>>;

  /**
   * As many days as the plan includes, 10 at most.
   * @throws LoadError, a ProviderError when the provider was asked
   */
  abstract dailyForecast(placeKey: string, urgency: Urgency): Promise<Provided<DailyForecast>>;

  /** @throws LoadError, a ProviderError when the provider was asked or has no alerts at all */
  abstract alerts(placeKey: string, urgency: Urgency): Promise<Provided<Alerts>>;
}

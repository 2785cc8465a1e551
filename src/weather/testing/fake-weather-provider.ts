import type { Position } from '@app/cells/position.js';
import type { Urgency } from '@app/read-through/urgency.js';
import type { Alerts } from '../datasets/alerts/alerts.js';
import type { Conditions } from '../datasets/conditions/conditions.js';
import type { DailyForecast } from '../datasets/daily/daily-forecast.js';
import type { HourlyForecast } from '../datasets/hourly/hourly-forecast.js';
import type { Place } from '../places/place.js';
import { WeatherProvider, type Origin, type Provided } from '../providers/weather-provider.js';
import { DRIZZLE, NO_ALERTS, RAINY_DAYS, RAINY_HOURS, VILLAGE } from './some-weather.js';

export interface Asked {
  readonly about: 'place' | 'conditions' | 'hourly' | 'daily' | 'alerts';
  /** The place's key, or the position of a search. */
  readonly of: string | Position;
  readonly urgency: Urgency;
}

/** A provider that says what a test sets, and remembers what it was asked. */
export class FakeWeatherProvider extends WeatherProvider {
  readonly searchesForPlaces = true;
  readonly asked: Asked[] = [];
  place: Place | null = VILLAGE;
  now: Conditions = DRIZZLE;
  hours: HourlyForecast = RAINY_HOURS;
  days: DailyForecast = RAINY_DAYS;
  warnings: Alerts = NO_ALERTS;
  expiresInMs: number | undefined = undefined;
  /** Thrown instead of an answer. */
  fault: Error | undefined = undefined;

  constructor(readonly origin: Origin = 'accwea') {
    super();
  }

  override findPlace(centre: Position, urgency: Urgency): Promise<Provided<Place | null>> {
    return this.answer({ about: 'place', of: centre, urgency }, () => this.place);
  }

  override conditions(of: string, urgency: Urgency): Promise<Provided<Conditions>> {
    return this.answer({ about: 'conditions', of, urgency }, () => this.now);
  }

  override hourlyForecast(of: string, urgency: Urgency): Promise<Provided<HourlyForecast>> {
    return this.answer({ about: 'hourly', of, urgency }, () => this.hours);
  }

  override dailyForecast(of: string, urgency: Urgency): Promise<Provided<DailyForecast>> {
    return this.answer({ about: 'daily', of, urgency }, () => this.days);
  }

  override alerts(of: string, urgency: Urgency): Promise<Provided<Alerts>> {
    return this.answer({ about: 'alerts', of, urgency }, () => this.warnings);
  }

  /** What was asked about one thing: place keys, or positions. */
  askedAbout(about: Asked['about']): (string | Position)[] {
    return this.asked.filter((one) => one.about === about).map(({ of }) => of);
  }

  private async answer<T>(asked: Asked, value: () => T): Promise<Provided<T>> {
    this.asked.push(asked);
    await Promise.resolve();
    if (this.fault) throw this.fault;
    return { value: value(), expiresInMs: this.expiresInMs };
  }
}

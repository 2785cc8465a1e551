import { Injectable } from '@nestjs/common';
import type { Position } from '@app/cells/position.js';
import type { Urgency } from '@app/read-through/urgency.js';
import type { Alerts } from '../../datasets/alerts/alerts.js';
import type { Conditions } from '../../datasets/conditions/conditions.js';
import type { DailyForecast } from '../../datasets/daily/daily-forecast.js';
import type { HourlyForecast } from '../../datasets/hourly/hourly-forecast.js';
import { ProviderError } from '../provider.error.js';
import type { Place } from '../../places/place.js';
import { WeatherProvider, type Provided } from '../weather-provider.js';
import { CONDITIONS_QUESTION, toConditions } from './readers/open-meteo.conditions.js';
import { DAILY_QUESTION, toDailyForecast } from './readers/open-meteo.daily.js';
import { HOURLY_QUESTION, toHourlyForecast } from './readers/open-meteo.hourly.js';
import { OpenMeteoClient } from './open-meteo.client.js';
import { coordinatesOf, placeAt } from './open-meteo.place.js';

/** Weather from Open-Meteo's "Weather Forecast API": everywhere, but without places and alerts. */
@Injectable()
export class OpenMeteoProvider extends WeatherProvider {
  override readonly origin = 'open-meteo';
  override readonly searchesForPlaces = false;

  constructor(private readonly client: OpenMeteoClient) {
    super();
  }

  /** The cell's centre is its place: nobody is asked. */
  override findPlace(centre: Position): Promise<Provided<Place>> {
    return Promise.resolve({ value: placeAt(centre), expiresInMs: undefined });
  }

  override async conditions(placeKey: string, urgency: Urgency): Promise<Provided<Conditions>> {
    return this.client.request({
      operation: 'conditions',
      parameters: { ...coordinatesOf(placeKey), ...CONDITIONS_QUESTION },
      urgency,
      read: toConditions,
    });
  }

  override async hourlyForecast(
    placeKey: string,
    urgency: Urgency,
  ): Promise<Provided<HourlyForecast>> {
    return this.client.request({
      operation: 'hourly',
      parameters: { ...coordinatesOf(placeKey), ...HOURLY_QUESTION },
      urgency,
      read: toHourlyForecast,
    });
  }

  override async dailyForecast(
    placeKey: string,
    urgency: Urgency,
  ): Promise<Provided<DailyForecast>> {
    return this.client.request({
      operation: 'daily',
      parameters: { ...coordinatesOf(placeKey), ...DAILY_QUESTION },
      urgency,
      read: toDailyForecast,
    });
  }

  override alerts(): Promise<Provided<Alerts>> {
    return Promise.reject(new ProviderError('forbidden', 'Open-Meteo has no alerts'));
  }
}

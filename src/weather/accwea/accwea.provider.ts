import { Injectable } from '@nestjs/common';
import type { Position } from '@app/cells/position.js';
import type { Urgency } from '@app/read-through/urgency.js';
import type { Alerts } from '../datasets/alerts.js';
import type { Conditions } from '../datasets/conditions.js';
import type { DailyForecast } from '../datasets/daily-forecast.js';
import type { HourlyForecast } from '../datasets/hourly-forecast.js';
import { ProviderError } from '../errors/provider.error.js';
import type { Place } from '../place.js';
import { WeatherProvider, type Provided } from '../weather-provider.js';
import { AccweaClient } from './accwea.client.js';
import { toConditions } from './accwea.conditions.js';
import { toPlace } from './accwea.place.js';

/** What is cached serves every watch, so the provider is asked in one language and in details. */
const LANGUAGE = 'en-us';

/** Weather from AccuWeather's Core Weather API. */
@Injectable()
export class AccweaProvider extends WeatherProvider {
  override readonly origin = 'accwea';
  override readonly searchesForPlaces = true;

  constructor(private readonly client: AccweaClient) {
    super();
  }

  override findPlace(centre: Position, urgency: Urgency): Promise<Provided<Place | null>> {
    return this.client.ask({
      about: 'place',
      path: '/locations/v1/cities/geoposition/search',
      parameters: { q: `${centre.latitude},${centre.longitude}`, language: LANGUAGE },
      urgency,
      read: (body) => toPlace(body, centre),
    });
  }

  override conditions(placeKey: string, urgency: Urgency): Promise<Provided<Conditions>> {
    return this.client.ask({
      about: 'conditions',
      path: `/currentconditions/v1/${encodeURIComponent(placeKey)}`,
      parameters: { details: 'true', language: LANGUAGE },
      urgency,
      read: toConditions,
    });
  }

  override hourlyForecast(): Promise<Provided<HourlyForecast>> {
    return Promise.reject(new ProviderError('forbidden', 'not asked for yet'));
  }

  override dailyForecast(): Promise<Provided<DailyForecast>> {
    return Promise.reject(new ProviderError('forbidden', 'not asked for yet'));
  }

  override alerts(): Promise<Provided<Alerts>> {
    return Promise.reject(new ProviderError('forbidden', 'not asked for yet'));
  }
}

import { Injectable } from '@nestjs/common';
import type { Position } from '@app/cells/position.js';
import type { Conditions } from '../conditions.js';
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
  constructor(private readonly client: AccweaClient) {
    super();
  }

  findPlace(centre: Position): Promise<Provided<Place | null>> {
    return this.client.ask({
      about: 'place',
      path: '/locations/v1/cities/geoposition/search',
      parameters: { q: `${centre.latitude},${centre.longitude}`, language: LANGUAGE },
      read: (body) => toPlace(body, centre),
    });
  }

  currentConditions(placeKey: string): Promise<Provided<Conditions>> {
    return this.client.ask({
      about: 'conditions',
      path: `/currentconditions/v1/${encodeURIComponent(placeKey)}`,
      parameters: { details: 'true', language: LANGUAGE },
      read: toConditions,
    });
  }
}

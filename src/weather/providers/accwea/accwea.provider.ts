import { Injectable } from '@nestjs/common';
import type { Position } from '@app/cells/position.js';
import { Clock } from '@app/clock/clock.js';
import type { Urgency } from '@app/read-through/urgency.js';
import type { Alerts } from '../../datasets/alerts/alerts.js';
import type { Conditions } from '../../datasets/conditions/conditions.js';
import type { DailyForecast } from '../../datasets/daily/daily-forecast.js';
import type { HourlyForecast } from '../../datasets/hourly/hourly-forecast.js';
import type { Place } from '../../places/place.js';
import { WeatherProvider, type Provided } from '../weather-provider.js';
import { AccweaClient } from './accwea.client.js';
import { toAlerts } from './readers/accwea.alerts.js';
import { toConditions } from './readers/accwea.conditions.js';
import { toDailyForecast } from './readers/accwea.daily.js';
import { toHourlyForecast } from './readers/accwea.hourly.js';
import { toPlace } from './readers/accwea.place.js';
import { PlanGate } from './plan-gate.js';
import { SpanLadder } from './span-ladder.js';

/** What is cached serves every watch, so the provider is asked in one language and in details. */
const LANGUAGE = 'en-us';

/** Forecasts come in one system of units, which is the coarser imperial one unless asked. */
const FORECAST_PARAMETERS = { details: 'true', metric: 'true', language: LANGUAGE };

/** What is sold, from what a watch can ask for down to what any plan includes. */
const HOUR_SPANS = [24, 12] as const;
const DAY_SPANS = [10, 5, 1] as const;

/** Weather from AccuWeather's Core Weather API. */
@Injectable()
export class AccweaProvider extends WeatherProvider {
  override readonly origin = 'accwea';
  override readonly searchesForPlaces = true;
  private readonly hourSpans: SpanLadder;
  private readonly daySpans: SpanLadder;
  private readonly gates;

  constructor(
    private readonly client: AccweaClient,
    clock: Clock,
  ) {
    super();
    this.hourSpans = new SpanLadder('hour', HOUR_SPANS, clock);
    this.daySpans = new SpanLadder('day', DAY_SPANS, clock);
    const [hourly, daily, alerts] = [new PlanGate(clock), new PlanGate(clock), new PlanGate(clock)];
    this.gates = { hourly, daily, alerts };
  }

  override findPlace(centre: Position, urgency: Urgency): Promise<Provided<Place | null>> {
    return this.client.request({
      operation: 'place',
      path: '/locations/v1/cities/geoposition/search',
      parameters: { q: `${centre.latitude},${centre.longitude}`, language: LANGUAGE },
      urgency,
      read: (body) => toPlace(body, centre),
    });
  }

  override conditions(placeKey: string, urgency: Urgency): Promise<Provided<Conditions>> {
    return this.client.request({
      operation: 'conditions',
      path: `/currentconditions/v1/${encodeURIComponent(placeKey)}`,
      parameters: { details: 'true', language: LANGUAGE },
      urgency,
      read: toConditions,
    });
  }

  override hourlyForecast(placeKey: string, urgency: Urgency): Promise<Provided<HourlyForecast>> {
    const ask = (hours: number): Promise<Provided<HourlyForecast>> =>
      this.client.request({
        operation: 'hourly',
        path: `/forecasts/v1/hourly/${hours}hour/${encodeURIComponent(placeKey)}`,
        parameters: FORECAST_PARAMETERS,
        urgency,
        read: toHourlyForecast,
      });
    return this.gates.hourly.pass(() => this.hourSpans.longest(ask));
  }

  override dailyForecast(placeKey: string, urgency: Urgency): Promise<Provided<DailyForecast>> {
    const ask = (days: number): Promise<Provided<DailyForecast>> =>
      this.client.request({
        operation: 'daily',
        path: `/forecasts/v1/daily/${days}day/${encodeURIComponent(placeKey)}`,
        parameters: FORECAST_PARAMETERS,
        urgency,
        read: toDailyForecast,
      });
    return this.gates.daily.pass(() => this.daySpans.longest(ask));
  }

  override alerts(placeKey: string, urgency: Urgency): Promise<Provided<Alerts>> {
    const ask = (): Promise<Provided<Alerts>> =>
      this.client.request({
        operation: 'alerts',
        path: `/alerts/v1/${encodeURIComponent(placeKey)}`,
        parameters: { details: 'true', language: LANGUAGE },
        urgency,
        read: toAlerts,
      });
    return this.gates.alerts.pass(ask);
  }
}

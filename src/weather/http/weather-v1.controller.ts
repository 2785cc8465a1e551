import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Clock } from '@app/clock/clock.js';
import { entityTag } from '@app/http-caching/entity-tag.js';
import { AlertsResponse } from '../datasets/alerts/alerts.response.js';
import { ConditionsResponse } from '../datasets/conditions/conditions.response.js';
import { DailyForecastResponse } from '../datasets/daily/daily-forecast.response.js';
import { HourlyForecastResponse } from '../datasets/hourly/hourly-forecast.response.js';
import type { Rendering } from '../dto/rendering.js';
import { DailyQuery } from '../datasets/daily/daily.query.js';
import { HourlyQuery } from '../datasets/hourly/hourly.query.js';
import { ViewQuery } from '../queries/view.query.js';
import type { View } from '../view.js';
import type { Reading } from '../reading.js';
import { WeatherService } from '../weather.service.js';
import { languageFor } from '../i18n/language-for.js';
import { TheWatch, Watch } from './watch.js';
import { FRESHNESS_HEADERS, LANGUAGE_HEADER, WeatherApi } from './weather-api.decorator.js';

const HEADERS = { ...FRESHNESS_HEADERS, ...LANGUAGE_HEADER };

/** One dataset each, as a screen of a watch shows it. */
@WeatherApi()
@Controller('v1')
export class WeatherV1Controller {
  constructor(
    private readonly weather: WeatherService,
    private readonly clock: Clock,
  ) {}

  @Get('conditions')
  @ApiOperation({
    summary: 'Everything that a screen of current conditions shows',
    description:
      'The weather as last observed at the place of the position, its age, and whose data it is.',
  })
  @ApiOkResponse({
    description: 'The last observation; a value that the provider does not give is null.',
    type: ConditionsResponse,
    headers: HEADERS,
  })
  async conditions(@Query() query: ViewQuery, @TheWatch() watch: Watch) {
    const reading = await this.weather.read('conditions', query.position, watch.subject);
    const view = this.viewOf(query, watch);
    const rendering = ConditionsResponse.of(reading, view);
    return answer(watch, query, view, { reading, rendering, asOfMs: reading.value.observedAtMs });
  }

  @Get('forecast/hourly')
  @ApiOperation({
    summary: 'The coming hours, one entry each',
    description:
      'From the running hour on, by instant, in times of the place. A plan of the provider may know fewer hours than asked.',
  })
  @ApiOkResponse({
    description: 'As many hours as asked, or as are known.',
    type: HourlyForecastResponse,
    headers: HEADERS,
  })
  async hourlyForecast(@Query() query: HourlyQuery, @TheWatch() watch: Watch) {
    const reading = await this.weather.read('hourly', query.position, watch.subject);
    const view = this.viewOf(query, watch);
    const rendering = HourlyForecastResponse.of(reading, view, query.hourCount);
    return answer(watch, query, view, { reading, rendering, asOfMs: reading.loadedAtMs });
  }

  @Get('forecast/daily')
  @ApiOperation({
    summary: 'The coming local days of the place, one entry each',
    description:
      'From today on, by the calendar of the place, with sun times. A plan of the provider may know fewer days than asked.',
  })
  @ApiOkResponse({
    description: 'As many days as asked, or as are known.',
    type: DailyForecastResponse,
    headers: HEADERS,
  })
  async dailyForecast(@Query() query: DailyQuery, @TheWatch() watch: Watch) {
    const reading = await this.weather.read('daily', query.position, watch.subject);
    const view = this.viewOf(query, watch);
    const rendering = DailyForecastResponse.of(reading, view, query.dayCount);
    return answer(watch, query, view, { reading, rendering, asOfMs: reading.loadedAtMs });
  }

  @Get('alerts')
  @ApiOperation({
    summary: 'Official alerts, or that nobody can tell',
    description:
      'In force or announced, the gravest first, in the words of the authority. `status` tells none from unknown.',
  })
  @ApiOkResponse({
    description:
      'The alerts, none, or that they are unknown; a provider without an answer is no error here.',
    type: AlertsResponse,
    headers: HEADERS,
  })
  async alerts(@Query() query: ViewQuery, @TheWatch() watch: Watch) {
    const reading = await this.weather.readAlerts(query.position, watch.subject);
    const view = this.viewOf(query, watch);
    const asOfMs = reading.value && reading.loadedAtMs;
    const rendering = AlertsResponse.of(reading, view);
    return answer(watch, query, view, { reading, rendering, asOfMs });
  }

  private viewOf({ units, lang }: ViewQuery, watch: Watch): View {
    const language = languageFor(lang, watch.acceptLanguage);
    return { units, language, nowMs: this.clock.nowMs() };
  }
}

function answer<Body>(
  watch: Watch,
  query: ViewQuery,
  { nowMs, language }: View,
  shown: {
    readonly reading: Reading<unknown>;
    readonly rendering: Rendering<Body>;
    readonly asOfMs: number | null;
  },
): Body | undefined {
  const { reading, rendering, asOfMs } = shown;
  return watch.respond({
    body: rendering.body,
    tag: entityTag(JSON.stringify(rendering.content)),
    of: reading,
    nowMs,
    asOfMs,
    language,
    query: `${query.at(reading.centre)}&lang=${language}`,
  });
}

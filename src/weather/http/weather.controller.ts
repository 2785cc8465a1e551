import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Clock } from '@app/clock/clock.js';
import { ATTRIBUTIONS } from '../attribution.js';
import type { Conditions } from '../datasets/conditions.js';
import { PositionQuery } from '../dto/position.query.js';
import { PrecipitationResponse } from '../dto/precipitation.response.js';
import { UvIndexResponse } from '../dto/uv-index.response.js';
import type { Reading } from '../weather-reading.js';
import { WeatherService } from '../weather.service.js';
import { TheWatch, Watch } from './watch.js';
import { FRESHNESS_HEADERS, WeatherApi } from './weather-api.decorator.js';

/** The endpoints of the service that this one replaces. */
@WeatherApi()
@Controller()
export class WeatherController {
  constructor(
    private readonly weather: WeatherService,
    private readonly clock: Clock,
  ) {}

  @Get('prcpt')
  @ApiOperation({ summary: 'Visibility now and precipitation of the past hour' })
  @ApiOkResponse({ type: PrecipitationResponse, headers: FRESHNESS_HEADERS })
  async precipitation(@Query() query: PositionQuery, @TheWatch() watch: Watch) {
    const reading = await this.weather.read('conditions', query.position, watch.subject);
    return this.answer(watch, query, reading, PrecipitationResponse.of(reading.value, query.units));
  }

  @Get('uvidx')
  @ApiOperation({ summary: 'UV index now' })
  @ApiOkResponse({ type: UvIndexResponse, headers: FRESHNESS_HEADERS })
  async uvIndex(@Query() query: PositionQuery, @TheWatch() watch: Watch) {
    const reading = await this.weather.read('conditions', query.position, watch.subject);
    return this.answer(watch, query, reading, UvIndexResponse.of(reading.value));
  }

  /** These bodies have no room for whom they come from: the header tells it. */
  private answer<Body>(
    watch: Watch,
    query: PositionQuery,
    reading: Reading<Conditions>,
    body: Body,
  ): Body | undefined {
    const { name, url } = ATTRIBUTIONS[reading.origin];
    watch.header('link', `<${url}>; rel="via"; title="${name}"`);
    return watch.answer({
      body,
      content: JSON.stringify(body),
      of: reading,
      nowMs: this.clock.nowMs(),
      asOfMs: reading.value.observedAtMs,
      query: query.at(reading.centre),
    });
  }
}

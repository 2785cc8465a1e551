import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Clock } from '@app/clock/clock.js';
import { respondV1 } from '../http/v1-response.js';
import { CurrentWatch, Watch } from '../http/watch.js';
import { FRESHNESS_HEADERS, WeatherApi } from '../http/weather-api.decorator.js';
import { PositionQuery } from '../queries/position.query.js';
import { WeatherService } from '../weather.service.js';
import { AlertsResponse } from '../datasets/alerts/alerts.response.js';

/** Official alerts. */
@WeatherApi()
@Controller('v1')
export class AlertsController {
  constructor(
    private readonly weather: WeatherService,
    private readonly clock: Clock,
  ) {}

  @Get('alerts')
  @ApiOperation({
    summary: 'Official alerts, or that they are unknown',
    description:
      'In force or announced, most severe first, in the words of the authority. `status` distinguishes none from unknown.',
  })
  @ApiOkResponse({
    description:
      'The alerts, none, or that they are unknown. An unavailable provider is not an error here.',
    type: AlertsResponse,
    headers: FRESHNESS_HEADERS,
  })
  async alerts(@Query() query: PositionQuery, @CurrentWatch() watch: Watch) {
    const reading = await this.weather.read('alerts', query.position, watch.subject);
    const view = { units: query.units, nowMs: this.clock.nowMs() };
    return respondV1(watch, query, view, {
      reading,
      render: (at) => AlertsResponse.of(reading, at),
      asOfMs: reading.entry.value && reading.entry.loadedAtMs,
    });
  }
}

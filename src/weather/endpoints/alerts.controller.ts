import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Clock } from '@app/clock/clock.js';
import { respondV1, viewFor } from '../http/v1-response.js';
import { CurrentWatch, Watch } from '../http/watch.js';
import { V1_HEADERS, WeatherApi } from '../http/weather-api.decorator.js';
import { ViewQuery } from '../queries/view.query.js';
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
    headers: V1_HEADERS,
  })
  async alerts(@Query() query: ViewQuery, @CurrentWatch() watch: Watch) {
    const reading = await this.weather.read('alerts', query.position, watch.subject);
    const view = viewFor(query, watch, this.clock.nowMs());
    const asOfMs = reading.entry.value && reading.entry.loadedAtMs;
    const rendering = AlertsResponse.of(reading, view);
    return respondV1(watch, query, view, { reading, rendering, asOfMs });
  }
}

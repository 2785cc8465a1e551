import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Clock } from '@app/clock/clock.js';
import { respondV1, viewFor } from '../http/v1-response.js';
import { CurrentWatch, Watch } from '../http/watch.js';
import { V1_HEADERS, WeatherApi } from '../http/weather-api.decorator.js';
import { ViewQuery } from '../queries/view.query.js';
import { WeatherService } from '../weather.service.js';
import { ConditionsResponse } from '../datasets/conditions/conditions.response.js';

/** Current conditions. */
@WeatherApi()
@Controller('v1')
export class ConditionsController {
  constructor(
    private readonly weather: WeatherService,
    private readonly clock: Clock,
  ) {}

  @Get('conditions')
  @ApiOperation({
    summary: 'Current conditions for a full screen',
    description:
      'The latest observed weather at the place of the position, its age, and its attribution.',
  })
  @ApiOkResponse({
    description: 'The latest observation; a value that the provider does not give is null.',
    type: ConditionsResponse,
    headers: V1_HEADERS,
  })
  async conditions(@Query() query: ViewQuery, @CurrentWatch() watch: Watch) {
    const reading = await this.weather.read('conditions', query.position, watch.subject);
    const view = viewFor(query, watch, this.clock.nowMs());
    return respondV1(watch, query, view, {
      reading,
      render: (at) => ConditionsResponse.of(reading, at),
      asOfMs: reading.entry.value.observedAtMs,
    });
  }
}

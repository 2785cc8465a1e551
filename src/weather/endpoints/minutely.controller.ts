import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Clock } from '@app/clock/clock.js';
import { respondV1, viewFor } from '../http/v1-response.js';
import { CurrentWatch, Watch } from '../http/watch.js';
import { V1_HEADERS, WeatherApi } from '../http/weather-api.decorator.js';
import { ViewQuery } from '../queries/view.query.js';
import { WeatherService } from '../weather.service.js';
import { MinutelyForecastResponse } from '../datasets/minutely/minutely-forecast.response.js';

/** Rain in the next hour. */
@WeatherApi()
@Controller('v1')
export class MinutelyController {
  constructor(
    private readonly weather: WeatherService,
    private readonly clock: Clock,
  ) {}

  @Get('forecast/minutely')
  @ApiOperation({
    summary: 'Rain, snow or ice in the next hour',
    description:
      'When it starts and stops, for the time of the response, and its type and intensity per five minutes. `status` distinguishes none from unknown. A watch that keeps a response counts the minutes itself, from `startsAt` and `stopsAt`.',
  })
  @ApiOkResponse({
    description:
      'The next hour, or that it is unknown. An unavailable provider is not an error here.',
    type: MinutelyForecastResponse,
    headers: V1_HEADERS,
  })
  async minutelyForecast(@Query() query: ViewQuery, @CurrentWatch() watch: Watch) {
    const reading = await this.weather.read('minutely', query.position, watch.subject);
    const view = viewFor(query, watch, this.clock.nowMs());
    const asOfMs = reading.entry.value && reading.entry.loadedAtMs;
    return respondV1(watch, query, view, {
      reading,
      render: (at) => MinutelyForecastResponse.of(reading, at),
      asOfMs,
    });
  }
}

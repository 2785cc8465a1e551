import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Clock } from '@app/clock/clock.js';
import { respondV1, viewFor } from '../http/v1-response.js';
import { CurrentWatch, Watch } from '../http/watch.js';
import { V1_HEADERS, WeatherApi } from '../http/weather-api.decorator.js';
import { WeatherService } from '../weather.service.js';
import { HourlyForecastResponse } from '../datasets/hourly/hourly-forecast.response.js';
import { HourlyQuery } from '../datasets/hourly/hourly.query.js';

/** The hourly forecast. */
@WeatherApi()
@Controller('v1')
export class HourlyController {
  constructor(
    private readonly weather: WeatherService,
    private readonly clock: Clock,
  ) {}

  @Get('forecast/hourly')
  @ApiOperation({
    summary: 'Hourly forecast',
    description:
      'Starts with the running hour where it is known, else with the next full hour; ordered by instant, in local times of the place. The plan of the provider may include fewer hours than requested.',
  })
  @ApiOkResponse({
    description: 'As many hours as requested, or as are available.',
    type: HourlyForecastResponse,
    headers: V1_HEADERS,
  })
  async hourlyForecast(@Query() query: HourlyQuery, @CurrentWatch() watch: Watch) {
    const reading = await this.weather.read('hourly', query.position, watch.subject);
    const view = viewFor(query, watch, this.clock.nowMs());
    return respondV1(watch, query, view, {
      reading,
      render: (at) => HourlyForecastResponse.of(reading, at, query.hourCount),
      asOfMs: reading.entry.loadedAtMs,
    });
  }
}

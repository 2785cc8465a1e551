import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Clock } from '@app/clock/clock.js';
import { respondV1, viewFor } from '../http/v1-response.js';
import { CurrentWatch, Watch } from '../http/watch.js';
import { V1_HEADERS, WeatherApi } from '../http/weather-api.decorator.js';
import { WeatherService } from '../weather.service.js';
import { DailyForecastResponse } from '../datasets/daily/daily-forecast.response.js';
import { DailyQuery } from '../datasets/daily/daily.query.js';

/** The daily forecast. */
@WeatherApi()
@Controller('v1')
export class DailyController {
  constructor(
    private readonly weather: WeatherService,
    private readonly clock: Clock,
  ) {}

  @Get('forecast/daily')
  @ApiOperation({
    summary: 'Daily forecast for the local days of the place',
    description:
      'Starts with today by the calendar of the place and includes sun times. The plan of the provider may include fewer days than requested.',
  })
  @ApiOkResponse({
    description: 'As many days as requested, or as are available.',
    type: DailyForecastResponse,
    headers: V1_HEADERS,
  })
  async dailyForecast(@Query() query: DailyQuery, @CurrentWatch() watch: Watch) {
    const reading = await this.weather.read('daily', query.position, watch.subject);
    const view = viewFor(query, watch, this.clock.nowMs());
    return respondV1(watch, query, view, {
      reading,
      render: (at) => DailyForecastResponse.of(reading, at, query.dayCount),
      asOfMs: reading.entry.loadedAtMs,
    });
  }
}

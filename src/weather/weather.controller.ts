import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Caller } from '@app/auth/caller.decorator.js';
import type { Principal } from '@app/auth/principal.js';
import { PositionQuery } from './dto/position.query.js';
import { PrecipitationResponse } from './dto/precipitation.response.js';
import { UvIndexResponse } from './dto/uv-index.response.js';
import { WeatherApi } from './weather-api.decorator.js';
import { WeatherService } from './weather.service.js';

/** The provider's terms ask for its name and a link wherever its data is shown. */
const ATTRIBUTION = '<https://www.accuweather.com/>; rel="via"; title="AccuWeather"';

/** The endpoints of the service that this one replaces. */
@WeatherApi()
@Controller()
export class WeatherController {
  constructor(private readonly weather: WeatherService) {}

  @Get('prcpt')
  @Header('Link', ATTRIBUTION)
  @ApiOperation({ summary: 'Visibility now and precipitation of the past hour' })
  @ApiOkResponse({ type: PrecipitationResponse })
  async precipitation(
    @Query() query: PositionQuery,
    @Caller() caller: Principal,
  ): Promise<PrecipitationResponse> {
    const { value } = await this.weather.read('conditions', query.position, caller.subject);
    return PrecipitationResponse.of(value, query.units);
  }

  @Get('uvidx')
  @Header('Link', ATTRIBUTION)
  @ApiOperation({ summary: 'UV index now' })
  @ApiOkResponse({ type: UvIndexResponse })
  async uvIndex(
    @Query() query: PositionQuery,
    @Caller() caller: Principal,
  ): Promise<UvIndexResponse> {
    const { value } = await this.weather.read('conditions', query.position, caller.subject);
    return UvIndexResponse.of(value);
  }
}

import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { PositionQuery } from './position.query.js';
import { WeatherService, type Weather } from './weather.service.js';

@Controller()
@UseGuards(AuthGuard('jwt'))
export class WeatherController {
  constructor(private readonly weather: WeatherService) {}

  @Get('prcpt')
  precipitation(@Query() query: PositionQuery): Promise<Weather> {
    return this.weather.at(query.lt, query.lg);
  }
}

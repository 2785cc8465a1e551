import { ApiProperty } from '@nestjs/swagger';
import { comingDays } from '../../../datasets/coming.js';
import type { DailyForecast } from '../../../datasets/daily-forecast.js';
import type { View } from '../../../view.js';
import type { Reading } from '../../../weather-reading.js';
import { ForecastDayResponse } from './forecast-day.response.js';
import { ApiIssuedAt } from '../documented.decorators.js';
import { utc } from '../instants.js';
import { rendering, type Rendering } from '../rendering.js';
import { sunTimesOf } from './sun-times.js';
import { ageOf, contextOf, WeatherResponse } from '../weather.response.js';
import { zoneOf } from '../zone-of.js';

/** Body of `GET /v1/forecast/daily`. */
export class DailyForecastResponse extends WeatherResponse {
  @ApiIssuedAt()
  readonly issuedAt!: string;

  @ApiProperty({
    type: [ForecastDayResponse],
    description: 'From the local today of the place on; fewer than asked when fewer are known.',
  })
  readonly days!: ForecastDayResponse[];

  static of(
    reading: Reading<DailyForecast>,
    view: View,
    dayCount: number,
  ): Rendering<DailyForecastResponse> {
    const { value, place } = reading;
    const zone = zoneOf(reading, value.timeZone);
    const days = comingDays(value, zone, view.nowMs).slice(0, dayCount);
    return rendering(
      { issuedAt: utc(reading.loadedAtMs), ...ageOf(reading) },
      contextOf(reading, view, value.timeZone),
      {
        days: days.map((day) =>
          ForecastDayResponse.of(day, sunTimesOf(day, place.position, zone), zone, view),
        ),
      },
    );
  }
}

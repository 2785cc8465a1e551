import { ApiProperty } from '@nestjs/swagger';
import { upcomingDays } from '../upcoming.js';
import type { DailyForecast } from './daily-forecast.js';
import type { View } from '../../view.js';
import type { Reading } from '../../reading.js';
import { ForecastDayResponse } from './forecast-day.response.js';
import { ApiIssuedAt } from '../../dto/documented.decorators.js';
import { utc } from '../../dto/instants.js';
import { rendering, type Rendering } from '../../dto/rendering.js';
import { sunTimesOf } from './sun-times.js';
import { ageOf, contextOf, WeatherResponse } from '../../dto/weather.response.js';
import { zoneOf } from '../../dto/zone-of.js';

/** Body of `GET /v1/forecast/daily`. */
export class DailyForecastResponse extends WeatherResponse {
  @ApiIssuedAt()
  readonly issuedAt!: string;

  @ApiProperty({
    type: [ForecastDayResponse],
    description:
      'Starts with the local today of the place; fewer than requested when fewer are available.',
  })
  readonly days!: ForecastDayResponse[];

  static of(
    { entry, freshness, location }: Reading<DailyForecast>,
    view: View,
    dayCount: number,
  ): Rendering<DailyForecastResponse> {
    const { value } = entry;
    const zone = zoneOf(location, value.timeZone);
    const days = upcomingDays(value, zone, view.nowMs).slice(0, dayCount);
    return rendering(
      { issuedAt: utc(entry.loadedAtMs), ...ageOf(entry, freshness) },
      contextOf(location, view, value.timeZone),
      {
        days: days.map((day) =>
          ForecastDayResponse.of(day, sunTimesOf(day, location.place.position, zone), zone, view),
        ),
      },
    );
  }
}

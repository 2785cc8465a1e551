import { ApiProperty } from '@nestjs/swagger';
import { upcomingHours } from '../upcoming.js';
import type { HourlyForecast } from './hourly-forecast.js';
import type { View } from '../../view.js';
import type { Reading } from '../../reading.js';
import { ForecastHourResponse } from './forecast-hour.response.js';
import { ApiIssuedAt } from '../../dto/documented.decorators.js';
import { utc } from '../../dto/instants.js';
import { rendering, type Rendering } from '../../dto/rendering.js';
import { ageOf, contextOf, WeatherResponse } from '../../dto/weather.response.js';
import { zoneOf } from '../../dto/zone-of.js';

/** Body of `GET /v1/forecast/hourly`. */
export class HourlyForecastResponse extends WeatherResponse {
  @ApiIssuedAt()
  readonly issuedAt!: string;

  @ApiProperty({
    type: [ForecastHourResponse],
    description:
      'Starts with the running hour where it is known, else with the next full hour: compare its `time` with now. Ordered by instant; fewer than requested when fewer are available.',
  })
  readonly hours!: ForecastHourResponse[];

  static of(
    { entry, freshness, location }: Reading<HourlyForecast>,
    view: View,
    hourCount: number,
  ): Rendering<HourlyForecastResponse> {
    const zone = zoneOf(location);
    const hours = upcomingHours(entry.value, view.nowMs).slice(0, hourCount);
    return rendering(
      { issuedAt: utc(entry.loadedAtMs), ...ageOf(entry, freshness) },
      contextOf(location, view),
      {
        hours: hours.map((hour) => ForecastHourResponse.of(hour, zone, view)),
      },
    );
  }
}

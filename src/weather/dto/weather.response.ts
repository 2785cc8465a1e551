import { ApiProperty } from '@nestjs/swagger';
import { ATTRIBUTIONS } from '../attribution.js';
import { UNIT_SYSTEMS, type UnitSystem } from '../units/units.js';
import type { View } from '../view.js';
import type { Origin } from '../providers/weather-provider.js';
import type { Age, Location } from '../reading.js';
import { AttributionResponse } from './attribution.response.js';
import { utc } from './instants.js';
import { PlaceResponse } from './place.response.js';

/** What every body of v1 says beside its weather: where, how old, from whom, in which units. */
export abstract class WeatherResponse {
  @ApiProperty({
    format: 'date-time',
    description: 'Until when this is fresh; to ask earlier brings the same. Past when `stale`.',
    example: '2026-01-01T00:10:00Z',
  })
  readonly expiresAt!: string;

  @ApiProperty({
    description: 'Whether it is past its time, because the provider is slow or cannot answer.',
    example: false,
  })
  readonly stale!: boolean;

  @ApiProperty({ type: PlaceResponse })
  readonly place!: PlaceResponse;

  @ApiProperty({ enum: UNIT_SYSTEMS, example: 'metric' })
  readonly units!: UnitSystem;

  @ApiProperty({
    enum: Object.keys(ATTRIBUTIONS),
    description: 'The provider that this comes from.',
    example: 'accwea',
  })
  readonly origin!: Origin;

  @ApiProperty({ type: AttributionResponse })
  readonly attribution!: AttributionResponse;
}

/** How old a reading is. Up to the second, so that nobody who obeys it comes too early. */
export function ageOf({
  freshUntilMs,
  freshness,
}: Age): Pick<WeatherResponse, 'expiresAt' | 'stale'> {
  return {
    expiresAt: utc(Math.ceil(freshUntilMs / 1000) * 1000),
    stale: freshness !== 'fresh',
  };
}

/** @param forecastZone the zone that a forecast names, for a place that names none */
export function contextOf(
  spot: Location,
  { units }: View,
  forecastZone: string | null = null,
): Omit<WeatherResponse, 'expiresAt' | 'stale'> {
  return {
    place: PlaceResponse.of(spot, forecastZone),
    units,
    origin: spot.origin,
    attribution: ATTRIBUTIONS[spot.origin],
  };
}

import { ApiProperty } from '@nestjs/swagger';
import type { Entry, Freshness } from '@app/read-through/entry.js';
import { PROVIDERS } from '../providers/providers.js';
import { UNIT_SYSTEMS, type UnitSystem } from '../units/units.js';
import type { UnitView } from '../view.js';
import type { Location } from '../reading.js';
import { AttributionResponse } from './attribution.response.js';
import { utc } from './instants.js';
import { PlaceResponse } from './place.response.js';

/** The common fields of every v1 body: place, age, attribution and units. */
export abstract class WeatherResponse {
  @ApiProperty({
    format: 'date-time',
    description:
      'When this expires. An earlier request returns the same. In the past when `stale`.',
    example: '2026-01-01T00:10:00Z',
  })
  readonly expiresAt!: string;

  @ApiProperty({
    description: 'Whether this has expired because the provider is slow or unavailable.',
    example: false,
  })
  readonly stale!: boolean;

  @ApiProperty({ type: PlaceResponse })
  readonly place!: PlaceResponse;

  @ApiProperty({ enum: UNIT_SYSTEMS, enumName: 'UnitSystem', example: 'metric' })
  readonly units!: UnitSystem;

  @ApiProperty({
    enum: PROVIDERS.map(({ descriptor }) => descriptor.name),
    enumName: 'Origin',
    description: 'The provider of this data.',
    example: 'accwea',
  })
  readonly origin!: string;

  @ApiProperty({ type: AttributionResponse })
  readonly attribution!: AttributionResponse;
}

/** The age of a reading; rounded up to the second, so that a watch does not ask too early. */
export function ageOf(
  { freshUntilMs }: Entry<unknown>,
  freshness: Freshness,
): Pick<WeatherResponse, 'expiresAt' | 'stale'> {
  return {
    expiresAt: utc(Math.ceil(freshUntilMs / 1000) * 1000),
    stale: freshness !== 'fresh',
  };
}

/** @param forecastZone the time zone of a forecast, for a place without one */
export function contextOf(
  location: Location,
  { units, nowMs }: UnitView,
  forecastZone: string | null = null,
): Omit<WeatherResponse, 'expiresAt' | 'stale'> {
  return {
    place: PlaceResponse.of(location, nowMs, forecastZone),
    units,
    origin: location.provider.name,
    attribution: location.provider.attribution,
  };
}

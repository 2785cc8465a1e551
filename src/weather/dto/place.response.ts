import { ApiProperty } from '@nestjs/swagger';
import { distanceKm } from '@app/cells/distance.js';
import { roundTo } from '../units/units.js';
import type { Location } from '../reading.js';
import { namedZoneOf } from './zone-of.js';

/** The place that a weather is of. */
export class PlaceResponse {
  @ApiProperty({ type: String, nullable: true, description: 'In English.', example: 'Paris 08' })
  readonly name!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'ISO 3166-1 alpha-2.',
    example: 'FR',
  })
  readonly country!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'IANA name. Where it is null, local times are those of the longitude.',
    example: 'Europe/Paris',
  })
  readonly timeZone!: string | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    minimum: 0,
    description:
      'From the middle of the cell that was asked about; km to 0.1 in both unit systems.',
    example: 0.4,
  })
  readonly distanceKm!: number | null;

  static of(spot: Location, forecastZone: string | null = null): PlaceResponse {
    const { place, centre } = spot;
    return {
      name: place.name,
      country: place.country,
      timeZone: namedZoneOf(spot, forecastZone)?.name ?? null,
      distanceKm: place.position && roundTo(distanceKm(centre, place.position), 1),
    };
  }
}

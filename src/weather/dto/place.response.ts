import { ApiProperty } from '@nestjs/swagger';
import { distanceKm } from '@app/cells/distance.js';
import { roundTo } from '../units/units.js';
import type { Location } from '../reading.js';
import { providedZoneOf } from './zone-of.js';

/** The place of the weather. */
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
    description:
      'IANA name; where the provider gives only an offset from UTC, the one now in force, such as `+09:30`. Where it is null, local times are derived from the longitude.',
    example: 'Europe/Paris',
  })
  readonly timeZone!: string | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    minimum: 0,
    description: 'From the centre of the requested cell; km to 0.1 in both unit systems.',
    example: 0.4,
  })
  readonly distanceKm!: number | null;

  static of(location: Location, nowMs: number, forecastZone: string | null = null): PlaceResponse {
    const { place, centre } = location;
    return {
      name: place.name,
      country: place.country,
      timeZone: providedZoneOf(location, forecastZone)?.nameAt(nowMs) ?? null,
      distanceKm: place.position && roundTo(distanceKm(centre, place.position), 1),
    };
  }
}

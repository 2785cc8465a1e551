import { ApiPropertyOptional } from '@nestjs/swagger';
import { ValidateIf } from 'class-validator';
import type { Position } from '@app/cells/position.js';
import type { InvalidRequestError } from '@app/problem/invalid-request.error.js';
import { PositionQuery } from '../../queries/position.query.js';
import { parsePlace } from './parse-place.js';
import { PlaceList, placesIn } from './place-list.decorator.js';

const isWithoutPlaces = ({ at }: GlanceQuery): boolean => at === undefined;

/** Query of a glance at one position, or of glances at several places. */
export class GlanceQuery extends PositionQuery {
  @ValidateIf(isWithoutPlaces)
  @ApiPropertyOptional({
    type: Number,
    description: 'Latitude, degrees WGS-84. Required without `at`.',
  })
  override lt: string | undefined = undefined;

  @ValidateIf(isWithoutPlaces)
  @ApiPropertyOptional({
    type: Number,
    description: 'Longitude, degrees WGS-84. Required without `at`.',
  })
  override lg: string | undefined = undefined;

  /** As sent; `places` has the values. */
  @PlaceList()
  at: unknown = undefined;

  /** The places in the order of the query, each with its own error; undefined for a request with `lt` and `lg`. */
  get places(): readonly (Position | InvalidRequestError)[] | undefined {
    return placesIn(this.at)?.map(parsePlace);
  }

  /**
   * The equivalent query for several places, without default values.
   * @param centres undefined for an invalid place, of which nothing is repeated
   */
  queryAtEach(centres: readonly (Position | undefined)[]): string {
    const places = centres.map((centre) =>
      centre ? `${centre.latitude},${centre.longitude}` : '',
    );
    return places.map((place) => `at=${place}`).join('&') + this.unitsParameter;
  }
}

import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { ValidateBy, type ValidationArguments } from 'class-validator';
import { EXAMPLE_PLACE } from './parse-place.js';

/** The places that one request can ask for. */
const MAX_PLACES = 8;

/** An optional query parameter: places, in place of one position in `lt` and `lg`. Their values are parsed one by one. */
export function PlaceList(): PropertyDecorator {
  return applyDecorators(
    ValidateBy({
      name: 'placeList',
      validator: {
        validate: (_value, its) => faultOf(its) === undefined,
        defaultMessage: (its) => faultOf(its) ?? '',
      },
    }),
    ApiPropertyOptional({
      type: [String],
      minItems: 1,
      maxItems: MAX_PLACES,
      // Without an example: Swagger UI would send it beside `lt` and `lg`.
      description: `Up to ${MAX_PLACES} places, each a latitude and a longitude such as \`${EXAMPLE_PLACE}\`, in place of \`lt\` and \`lg\`: the response is an array in this order.`,
    }),
  );
}

/** The values of the parameter as sent; undefined when it is absent. */
export function placesIn(value: unknown): readonly unknown[] | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value : [value];
}

function faultOf(its: ValidationArguments | undefined): string | undefined {
  const places = placesIn(its?.value);
  if (!its || !places) return undefined;
  const { lt, lg } = its.object as { lt?: unknown; lg?: unknown };
  const { property } = its;
  if (lt !== undefined || lg !== undefined) return `${property} cannot be combined with lt and lg`;
  if (places.length > MAX_PLACES) return `${property} can be given up to ${MAX_PLACES} times`;
  const isEmpty = places.length === 0 || (places.length === 1 && places[0] === '');
  return isEmpty ? `${property} needs a place, such as ${EXAMPLE_PLACE}` : undefined;
}

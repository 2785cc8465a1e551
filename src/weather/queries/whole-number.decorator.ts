import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { ValidateBy, type ValidationArguments } from 'class-validator';

/** Plain ASCII digits, with a sign at most. */
const WHOLE = /^[+-]?\d+$/;

interface WholeNumberOptions {
  readonly max: number;
  readonly fallback: number;
  readonly description: string;
}

/** An optional whole number in [1, most], given once, in the query. */
export function WholeNumber(options: WholeNumberOptions): PropertyDecorator {
  const { max: most, fallback, description } = options;
  const message = ({ property, value }: ValidationArguments): string =>
    Number.isNaN(toWholeNumber(value))
      ? `${property} must be one whole number, such as ${fallback}`
      : `${property} must be from 1 to ${most}`;
  return applyDecorators(
    ValidateBy({
      name: 'wholeNumber',
      validator: {
        validate: (value) => toWholeNumber(value) >= 1 && toWholeNumber(value) <= most,
        defaultMessage: (its) => (its ? message(its) : ''),
      },
    }),
    ApiPropertyOptional({
      type: 'integer',
      minimum: 1,
      maximum: most,
      default: fallback,
      description,
    }),
  );
}

/** NaN for anything that is not one whole number. */
export function toWholeNumber(value: unknown): number {
  return typeof value === 'string' && WHOLE.test(value) ? Number(value) : NaN;
}

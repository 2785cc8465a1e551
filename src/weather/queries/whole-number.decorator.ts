import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { ValidateBy, type ValidationArguments } from 'class-validator';

/** ASCII digits with an optional sign. */
const WHOLE = /^[+-]?\d+$/;

interface WholeNumberOptions {
  readonly max: number;
  readonly fallback: number;
  readonly description: string;
}

/** An optional query parameter: one whole number in [1, max]. */
export function WholeNumber(options: WholeNumberOptions): PropertyDecorator {
  const { max, fallback, description } = options;
  const message = ({ property, value }: ValidationArguments): string =>
    Number.isNaN(toWholeNumber(value))
      ? `${property} must be one whole number, such as ${fallback}`
      : `${property} must be from 1 to ${max}`;
  return applyDecorators(
    ValidateBy({
      name: 'wholeNumber',
      validator: {
        validate: (value) => toWholeNumber(value) >= 1 && toWholeNumber(value) <= max,
        defaultMessage: (its) => (its ? message(its) : ''),
      },
    }),
    ApiPropertyOptional({
      type: 'integer',
      minimum: 1,
      maximum: max,
      default: fallback,
      description,
    }),
  );
}

/** NaN for anything that is not one whole number. */
export function toWholeNumber(value: unknown): number {
  return typeof value === 'string' && WHOLE.test(value) ? Number(value) : NaN;
}

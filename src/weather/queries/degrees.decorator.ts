import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy, type ValidationArguments } from 'class-validator';

/** ASCII decimals with an optional exponent: no hex, no other digits, no surrounding space. */
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;

interface DegreesOptions {
  readonly max: number;
  readonly description: string;
  readonly example: number;
}

/** A required query parameter: one angle in [-max, max] degrees. */
export function Degrees({ max, description, example }: DegreesOptions): PropertyDecorator {
  const message = ({ property, value }: ValidationArguments): string => {
    if (value === undefined) return `${property} is required`;
    return Number.isFinite(toDegrees(value))
      ? `${property} must be from -${max} to ${max}`
      : `${property} must be one decimal number, such as ${example}`;
  };
  return applyDecorators(
    ValidateBy({
      name: 'degrees',
      validator: {
        validate: (value) => Math.abs(toDegrees(value)) <= max,
        defaultMessage: (its) => (its ? message(its) : ''),
      },
    }),
    ApiProperty({ type: Number, minimum: -max, maximum: max, description, example }),
  );
}

/** NaN for anything that is not one decimal number; -0 becomes 0. */
export function toDegrees(value: unknown): number {
  return typeof value === 'string' && DECIMAL.test(value) ? Number(value) + 0 : NaN;
}

import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { bearing, inUnits, QUANTITIES, type Quantity } from '../units/quantity.js';
import type { UnitSystem } from '../units/units.js';

/** The fields of a record that hold a number, which may be unknown. */
type NumberField<Record> = {
  [K in keyof Record]-?: Record[K] extends number | null ? K : never;
}[keyof Record] &
  string;

/** The fields of a response that hold a number, which may be unknown. */
type MeasuredFields<Response> = {
  [
    K in keyof Response as Response[K] extends number | null
      ? null extends Response[K]
        ? K
        : never
      : never
  ]: Response[K];
};

interface MeasuredField {
  readonly property: string;
  readonly source: string;
  readonly convert: (value: number | null, units: UnitSystem) => number | null;
}

/** By prototype of the response class. */
const FIELDS = new Map<object, MeasuredField[]>();

/**
 * A number of v1: names its source field in the record, and documents its unit in both systems. Null
 * when the provider does not give it.
 */
export function Measured<Record>(
  source: NumberField<Record>,
  quantity: Quantity,
  description: string,
  example: number,
): PropertyDecorator {
  const { metric, imperial } = QUANTITIES[quantity];
  return applyDecorators(
    registerField(source, (value, units) => inUnits(value, quantity, units)),
    ApiProperty({
      type: metric.decimals + imperial.decimals === 0 ? 'integer' : Number,
      nullable: true,
      description: `${description}${unitsText(metric, imperial)}`,
      example,
    }),
  );
}

/** A wind direction: names its source field in the record, and documents it. */
export function WindDirection<Record>(source: NumberField<Record>): PropertyDecorator {
  return applyDecorators(
    registerField(source, bearing),
    ApiProperty({
      type: 'integer',
      nullable: true,
      minimum: 0,
      maximum: 359,
      description: 'Where the wind comes from, degrees: 0 is north, 90 is east.',
      example: 225,
    }),
  );
}

/**
 * Adds the fields declared by the decorators of a response class.
 * @param record of the type that the decorators were given
 */
export function withMeasured<Response extends object, Rest extends object>(
  response: { readonly prototype: Response },
  record: object,
  units: UnitSystem,
  rest: Rest,
): Rest & MeasuredFields<Response> {
  const body = rest as { [property: string]: unknown };
  for (const { property, source, convert } of FIELDS.get(response.prototype) ?? []) {
    body[property] = convert((record as { [field: string]: number | null })[source] ?? null, units);
  }
  return body as Rest & MeasuredFields<Response>;
}

function registerField(source: string, convert: MeasuredField['convert']): PropertyDecorator {
  return (prototype, property) => {
    const fields = FIELDS.get(prototype) ?? [];
    FIELDS.set(prototype, [...fields, { property: String(property), source, convert }]);
  };
}

interface Unit {
  readonly symbol: string;
  readonly decimals: number;
}

function unitsText(metric: Unit, imperial: Unit): string {
  if (metric.symbol === '') return '.';
  if (metric.symbol === imperial.symbol) return `, ${metric.symbol}.`;
  return `: ${unitText(metric)} (metric) or ${unitText(imperial)} (imperial).`;
}

const unitText = ({ symbol, decimals }: Unit): string =>
  `${symbol} to ${decimals === 0 ? 1 : (10 ** -decimals).toFixed(decimals)}`;

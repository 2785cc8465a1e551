import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { bearing, inUnits, QUANTITIES, type Quantity } from '../units/quantity.js';
import type { UnitSystem } from '../units/units.js';

/** The fields of a record that hold a number, which may be unknown. */
type NumberField<Source> = {
  [K in keyof Source]-?: Source[K] extends number | null ? K : never;
}[keyof Source] &
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

/** Reads one field of a record, in the units of the response. */
type Show = (record: object, units: UnitSystem) => number | null;

/** By prototype of the response class, then by field of the response. */
const SHOWS = new Map<object, Record<string, Show>>();

/**
 * A number of v1: names its source field in the record, and documents its unit in both systems. Null
 * when the provider does not give it.
 */
export function Measured<Source>(
  source: NumberField<Source>,
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
export function WindDirection<Source>(source: NumberField<Source>): PropertyDecorator {
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
 * How to show the fields that a response class declares with these decorators, by name. They take a
 * record of the type that the decorators were given.
 */
export function measuredOf<Response extends object>(response: {
  readonly prototype: Response;
}): { readonly [K in keyof MeasuredFields<Response>]: Show } {
  return SHOWS.get(response.prototype) as { readonly [K in keyof MeasuredFields<Response>]: Show };
}

function registerField(
  source: string,
  convert: (value: number | null, units: UnitSystem) => number | null,
): PropertyDecorator {
  return (prototype, property) => {
    const shows = SHOWS.get(prototype) ?? {};
    SHOWS.set(prototype, { ...shows, [String(property)]: showOf(source, convert) });
  };
}

function showOf(
  source: string,
  convert: (value: number | null, units: UnitSystem) => number | null,
): Show {
  return (record, units) =>
    convert((record as { [field: string]: number | null })[source] ?? null, units);
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

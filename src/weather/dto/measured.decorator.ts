import { ApiProperty } from '@nestjs/swagger';
import { QUANTITIES, type Quantity } from '../units/quantity.js';

/** Documents a number of v1 with its unit in both systems; null when the provider does not give it. */
export function Measured(
  quantity: Quantity,
  description: string,
  example: number,
): PropertyDecorator {
  const { metric, imperial } = QUANTITIES[quantity];
  return ApiProperty({
    type: metric.decimals + imperial.decimals === 0 ? 'integer' : Number,
    nullable: true,
    description: `${description}${unitsText(metric, imperial)}`,
    example,
  });
}

interface Shown {
  readonly symbol: string;
  readonly decimals: number;
}

function unitsText(metric: Shown, imperial: Shown): string {
  if (metric.symbol === '') return '.';
  if (metric.symbol === imperial.symbol) return `, ${metric.symbol}.`;
  return `: ${unitText(metric)} (metric) or ${unitText(imperial)} (imperial).`;
}

const unitText = ({ symbol, decimals }: Shown): string =>
  `${symbol} to ${decimals === 0 ? 1 : (10 ** -decimals).toFixed(decimals)}`;

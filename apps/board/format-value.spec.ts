import { expect, it } from '@jest/globals';
import { formatValue } from './format-value.js';

it.each<[value: number, unit: string, written: string]>([
  [0.8, 'percentunit', '80 %'],
  [0.9964, 'percentunit', '100 %'],
  [0.004_56, 's', '4.56 ms'],
  [12.3, 's', '12 s'],
  [188_743_680, 'bytes', '180 MiB'],
  [0.333_3, 'ops', '0.33/s'],
  [1_234.5, 'short', '1235'],
])('formats %d in %s as %s', (value, unit, written) => {
  expect(formatValue(value, unit)).toBe(written);
});

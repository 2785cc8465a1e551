/** An exact decimal: 7.5 is 75 / 10. Free of binary rounding errors. */
interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A linear unit conversion: first `plus`, then `times`, then `dividedBy`, each as its exact decimal definition. */
export interface UnitChange {
  readonly plus?: number;
  readonly times?: number;
  readonly dividedBy?: number;
}

/** Applies conversions in exact integer arithmetic, then rounds once, half up. */
export function convertExactly(
  value: number,
  changes: readonly UnitChange[],
  decimals: number,
): number {
  const { numerator, denominator } = changes.reduce(changed, fraction(value));
  const scale = 10n ** BigInt(decimals);
  return Number(floor(2n * numerator * scale + denominator, 2n * denominator)) / Number(scale);
}

function changed(
  { numerator, denominator }: Fraction,
  { plus = 0, times = 1, dividedBy = 1 }: UnitChange,
): Fraction {
  const [added, factor, divisor] = [fraction(plus), fraction(times), fraction(dividedBy)];
  const sum = numerator * added.denominator + added.numerator * denominator;
  return {
    numerator: sum * factor.numerator * divisor.denominator,
    denominator: denominator * added.denominator * factor.denominator * divisor.numerator,
  };
}

function fraction(value: number): Fraction {
  const [whole = '0', decimals = ''] = String(value).split('.');
  return { numerator: BigInt(whole + decimals), denominator: 10n ** BigInt(decimals.length) };
}

/** Rounds down; BigInt division truncates towards zero. */
function floor(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}

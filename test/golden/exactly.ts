/** A number as it is written in decimals: 7.5 is 75 tenths. No binary dust in here. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** A linear change of unit: plus, then times, then divided by; each as it is defined, in decimals. */
export interface UnitChange {
  readonly plus?: number;
  readonly times?: number;
  readonly dividedBy?: number;
}

/** A value through changes of unit, in whole numbers, then rounded once, half up. */
export function exactly(value: number, changes: readonly UnitChange[], decimals: number): number {
  const { over, under } = changes.reduce(changed, fraction(value));
  const scale = 10n ** BigInt(decimals);
  return Number(floor(2n * over * scale + under, 2n * under)) / Number(scale);
}

function changed(
  { over, under }: Fraction,
  { plus = 0, times = 1, dividedBy = 1 }: UnitChange,
): Fraction {
  const [added, factor, divisor] = [fraction(plus), fraction(times), fraction(dividedBy)];
  const sum = over * added.under + added.over * under;
  return {
    over: sum * factor.over * divisor.under,
    under: under * added.under * factor.under * divisor.over,
  };
}

function fraction(value: number): Fraction {
  const [whole = '0', decimals = ''] = String(value).split('.');
  return { over: BigInt(whole + decimals), under: 10n ** BigInt(decimals.length) };
}

/** BigInt division cuts towards zero. */
function floor(over: bigint, under: bigint): bigint {
  const quotient = over / under;
  return over % under < 0n ? quotient - 1n : quotient;
}

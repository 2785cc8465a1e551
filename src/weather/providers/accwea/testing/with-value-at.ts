import type { Fields } from './accwea.fixtures.js';

export type Path = readonly (string | number)[];

/** Values that are not a number, quantity, boolean or code of the provider. */
export const NONSENSE: readonly unknown[] = [null, undefined, '', '7', {}, [], [7], NaN];

/** A copy of the response with the value at a path replaced. */
export function withValueAt(answer: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(answer)) {
    return answer.map((one: unknown, index) =>
      index === step ? withValueAt(one, rest, value) : one,
    );
  }
  const fields = answer as Fields;
  return { ...fields, [step]: withValueAt(fields[step], rest, value) };
}

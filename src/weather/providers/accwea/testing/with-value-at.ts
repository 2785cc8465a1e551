import type { Fields } from './accwea.fixtures.js';

export type Path = readonly (string | number)[];

/** A thing that is no number, no measured thing, no flag and no code of the provider's. */
export const NONSENSE: readonly unknown[] = [null, undefined, '', '7', {}, [], [7], NaN];

/** The answer with what lies at the end of a path replaced. */
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

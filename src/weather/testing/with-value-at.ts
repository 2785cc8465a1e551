type Fields = Readonly<Record<string, unknown>>;

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

/** Every path in a value: of the whole, of each object and list, and of each field and item. */
export function pathsOf(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const steps = Array.isArray(value) ? value.keys() : Object.keys(value);
  const inside = [...steps].flatMap((step) =>
    pathsOf((value as Record<string | number, unknown>)[step]).map((path) => [step, ...path]),
  );
  return [[], ...inside];
}

/** The value at a path. */
export function valueAtPath(value: unknown, path: Path): unknown {
  return path.reduce((at, step) => (at as Record<string | number, unknown>)[step], value);
}

/**
 * The same JSON with every leaf changed to another JSON type, as after a breaking release of a provider.
 * Names and nesting stay, so that only validation of each value detects it.
 * @param path dotted names, without array indices: changes only the values below it
 */
export function withWrongTypes(value: unknown, path = ''): unknown {
  return convert(value, path === '' ? [] : path.split('.'));
}

function convert(value: unknown, [next, ...rest]: readonly string[]): unknown {
  if (Array.isArray(value)) {
    return value.map((one) => convert(one, next === undefined ? [] : [next, ...rest]));
  }
  if (value === null || typeof value !== 'object') {
    return next === undefined ? wrongLeaf(value) : value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      next === undefined || name === next ? convert(member, rest) : member,
    ]),
  );
}

function wrongLeaf(value: unknown): unknown {
  return LEAVES[typeof value]?.(value) ?? false;
}

const LEAVES: Readonly<Record<string, (value: unknown) => unknown>> = {
  string: () => 17,
  number: (value) => `about ${String(value)}`,
  boolean: () => 'yes',
};

/**
 * The same JSON with every leaf turned into another JSON type: what a careless provider release does.
 * Names and nesting stay, so that only a check of each value notices.
 * @param path dotted names, without the indices of lists: only what lies below is turned
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

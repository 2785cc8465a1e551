/**
 * The same JSON with every leaf turned into another JSON type: what a careless provider release does.
 * Names and nesting stay, so that only a check of each value notices.
 */
export function withWrongTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withWrongTypes);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, withWrongTypes(member)]),
    );
  }
  return LEAVES[typeof value]?.(value) ?? false;
}

const LEAVES: Readonly<Record<string, (value: unknown) => unknown>> = {
  string: () => 17,
  number: (value) => `about ${String(value)}`,
  boolean: () => 'yes',
};

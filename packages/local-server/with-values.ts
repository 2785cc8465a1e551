/**
 * The same JSON with other values at some paths, as a test scripts them.
 * @param values by dotted path without array indices, such as `TimeZone.Name`: in a list, in each element
 */
export function withValues(value: unknown, values: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(values).reduce(
    (changed, [path, replacement]) => replaceAt(changed, path.split('.'), replacement),
    value,
  );
}

function replaceAt(
  value: unknown,
  [name, ...rest]: readonly string[],
  replacement: unknown,
): unknown {
  if (name === undefined) return replacement;
  if (Array.isArray(value)) return value.map((one) => replaceAt(one, [name, ...rest], replacement));
  if (value === null || typeof value !== 'object') return value;
  const fields = value as Readonly<Record<string, unknown>>;
  return { ...fields, [name]: replaceAt(fields[name], rest, replacement) };
}

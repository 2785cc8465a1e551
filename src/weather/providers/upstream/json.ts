/** An object of an upstream response whose fields are not validated. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of fields; undefined when a field is missing. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((at, field) => (isRecord(at) ? at[field] : undefined), value);
}

/** The objects of a list; empty when the value is not a list. */
export function recordsOf(value: unknown): JsonRecord[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The string, or null when it is absent, empty or not a string. */
export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The number, or null when it is absent or not a finite number. */
export function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The boolean, or null when it is absent or not a boolean. */
export function booleanOrNull(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** The record itself, or the first of a list: similar endpoints differ in this. */
export function singleRecord(body: unknown): JsonRecord | undefined {
  const candidate: unknown = Array.isArray(body) ? body[0] : body;
  return isRecord(candidate) ? candidate : undefined;
}

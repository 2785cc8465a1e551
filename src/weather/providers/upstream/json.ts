/** An object of an upstream answer, about whose fields nothing is known yet. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What lies at the end of a path of fields; undefined when the path breaks off. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((at, field) => (isRecord(at) ? at[field] : undefined), value);
}

/** The objects of a list; none when it is no list. */
export function recordsOf(value: unknown): JsonRecord[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The text, or null when it is absent, empty or no text. */
export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The number, or null when it is absent or no number. */
export function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** True or false, or null when it is absent or neither. */
export function booleanOrNull(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** The record itself, or the only one of a list: endpoints and their siblings differ in this. */
export function singleRecord(body: unknown): JsonRecord | undefined {
  const candidate: unknown = Array.isArray(body) ? body[0] : body;
  return isRecord(candidate) ? candidate : undefined;
}

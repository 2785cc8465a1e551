/** An object of an upstream answer, about whose fields nothing is known yet. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text, or null when it is absent, empty or no text. */
export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The number, or null when it is absent or no number. */
export function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The record itself, or the only one of a list: endpoints and their siblings differ in this. */
export function soleRecord(body: unknown): JsonRecord | undefined {
  const candidate: unknown = Array.isArray(body) ? body[0] : body;
  return isRecord(candidate) ? candidate : undefined;
}

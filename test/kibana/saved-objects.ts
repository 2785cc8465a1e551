import { readFileSync } from 'node:fs';

export interface Reference {
  readonly name: string;
  readonly type: string;
  readonly id: string;
}

/** A saved object as Kibana exports and imports it, one per line. */
export interface SavedObject {
  readonly type: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly references: readonly Reference[];
  readonly coreMigrationVersion: string;
  readonly typeMigrationVersion: string;
}

type Json = Readonly<Record<string, unknown>>;

/** A KQL query names a field before each operator. */
const FIELD_OF_QUERY = /([\w.@]+)\s*(?::|[<>]=?)/g;
const RECORDS = '___records___';
const METRIC = /^(?:cardinality|sum|avg|max|min)_of_(.+)$/;

export const SAVED_OBJECTS: readonly SavedObject[] = readFileSync(
  'docs/kibana/mfapi.ndjson',
  'utf8',
)
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as SavedObject);

/** The value with nested JSON strings (`panelsJSON` and similar) parsed too. */
export function parseNestedJson(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return isJson(key) ? parseNestedJson(JSON.parse(value)) : value;
  if (Array.isArray(value)) return value.map((one) => parseNestedJson(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, parseNestedJson(one, name)]),
  );
}

/** Names of all fields used in aggregations, queries, styles and formats. */
export function queriedFields(): ReadonlySet<string> {
  const names = SAVED_OBJECTS.flatMap(({ attributes }) => namedIn(parseNestedJson(attributes)));
  return new Set(names.filter((name) => name !== RECORDS));
}

function namedIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namedIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [...namedBy(key, one), ...namedIn(one)]);
}

function namedBy(key: string, value: unknown): string[] {
  if (key === 'query' && typeof value === 'string') {
    return [...value.matchAll(FIELD_OF_QUERY)].map(([, name]) => String(name));
  }
  if (['sourceField', 'geoField', 'timeFieldName'].includes(key)) return [String(value)];
  if (key === 'fieldFormatMap') return Object.keys(value as Json);
  if (key !== 'field') return [];
  if (typeof value === 'string') return [value];
  const { name } = value as { name: string };
  const [, measured] = METRIC.exec(name) ?? [];
  return measured === undefined ? [] : [measured];
}

function isJson(key: string): boolean {
  return key.endsWith('JSON') || ['fieldFormatMap', 'fieldAttrs', 'runtimeFieldMap'].includes(key);
}

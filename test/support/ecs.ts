import { EcsFlat } from '@elastic/ecs';

type Fields = Readonly<Record<string, unknown>>;

const TYPES = new Map<string, string>(
  Object.entries(EcsFlat).map(([name, { type }]) => [name, type]),
);
const LABEL = 'labels.';

const isText = (value: unknown): boolean => typeof value === 'string';
const FITS: Readonly<Record<string, (value: unknown) => boolean>> = {
  keyword: isText,
  constant_keyword: isText,
  wildcard: isText,
  match_only_text: isText,
  boolean: (value) => typeof value === 'boolean',
  long: Number.isSafeInteger,
  date: (value) => isText(value) && !Number.isNaN(Date.parse(String(value))),
  geo_point: isGeoPoint,
};

/** The type of a field in the Elastic Common Schema; undefined for an unknown field. */
export function ecsTypeOf(name: string): string | undefined {
  return name.startsWith(LABEL) ? 'keyword' : TYPES.get(name);
}

/** The fields of a log line by dotted name, as Elasticsearch reads them. */
export function fieldsOf(line: Fields, path = ''): [name: string, value: unknown][] {
  return Object.entries(line).flatMap(([key, value]) => {
    const name = path + key;
    const nested = typeof value === 'object' && value !== null && !Array.isArray(value);
    return nested ? fieldsOf(value as Fields, `${name}.`) : [[name, value]];
  });
}

/** Violations of the Elastic Common Schema in a log line: unknown fields and values of a wrong type. */
export function strayFieldsOf(line: Fields): string[] {
  return fieldsOf(line).flatMap(([name, value]) => {
    const type = ecsTypeOf(name);
    if (type === undefined) return [`${name} is not a field`];
    return FITS[type]?.(value) ? [] : [`${name} is not a ${type}: ${JSON.stringify(value)}`];
  });
}

/** The text form `latitude,longitude`, one of those that Elasticsearch accepts. */
function isGeoPoint(value: unknown): boolean {
  const [, latitude, longitude] = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/.exec(String(value)) ?? [];
  return Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180;
}

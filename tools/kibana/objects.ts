/** The versions of the objects' formats: a newer Kibana migrates them on import, an older one rejects them. */
const CORE_VERSION = '8.8.0';
const TYPE_VERSIONS = {
  'index-pattern': '8.0.0',
  map: '8.1.0',
  lens: '8.9.0',
  dashboard: '8.7.0',
} as const;

type ObjectType = keyof typeof TYPE_VERSIONS;

/** How an object names another one that it needs. */
export interface Reference {
  readonly type: ObjectType;
  readonly id: string;
  readonly name: string;
}

/** An object as Kibana imports it. */
export interface SavedObject {
  readonly type: ObjectType;
  readonly id: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly references: readonly Reference[];
  readonly coreMigrationVersion: string;
  readonly typeMigrationVersion: string;
  readonly managed: boolean;
}

/** A query in Kibana's own language. */
export interface Kql {
  readonly language: 'kuery';
  readonly query: string;
}

export const LOGS = 'logs-meteofrenchapi-*';
/** The data view, as other objects refer to it. */
export const DATA_VIEW = { type: 'index-pattern', id: 'mfapi-log' } as const;

export function savedObject(
  type: ObjectType,
  id: string,
  attributes: Readonly<Record<string, unknown>>,
  references: readonly Reference[] = [],
): SavedObject {
  return {
    type,
    id,
    attributes,
    references,
    coreMigrationVersion: CORE_VERSION,
    typeMigrationVersion: TYPE_VERSIONS[type],
    managed: false,
  };
}

export function kql(query: string): Kql {
  return { language: 'kuery', query };
}

/** Our log lines in Kibana, with ECS' nanoseconds shown as milliseconds. */
export function dataView(): SavedObject {
  const duration = {
    id: 'duration',
    params: {
      inputFormat: 'nanoseconds',
      outputFormat: 'asMilliseconds',
      outputPrecision: 1,
      useShortSuffix: true,
    },
  };
  return savedObject(DATA_VIEW.type, DATA_VIEW.id, {
    title: LOGS,
    name: 'Meteo French API: log',
    timeFieldName: '@timestamp',
    fieldFormatMap: JSON.stringify({ 'event.duration': duration }),
    fieldAttrs: '{}',
    fields: '[]',
    runtimeFieldMap: '{}',
    sourceFilters: '[]',
    typeMeta: '{}',
  });
}

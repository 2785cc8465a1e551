// What all saved objects of Kibana have in common. The versions say which form an object has: a Kibana
// that is newer brings it up to date on import, one that is older refuses it.
const CORE_VERSION = '8.8.0';
const TYPE_VERSIONS = {
  'index-pattern': '8.0.0',
  map: '8.1.0',
  lens: '8.9.0',
  dashboard: '8.7.0',
};

export const LOGS = 'logs-meteofrenchapi-*';
/** The data view, as other objects refer to it. */
export const DATA_VIEW = { type: 'index-pattern', id: 'mfapi-log' };

export function savedObject(type, id, attributes, references = []) {
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

export function kql(query) {
  return { language: 'kuery', query };
}

/** What our lines are in Kibana: durations, which ECS has in nanoseconds, are shown in milliseconds. */
export function dataView() {
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

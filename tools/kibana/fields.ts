import { EcsFlat } from '@elastic/ecs';

/** The names of all fields of our log lines; a test compares them with a log. */
const LOGGED = [
  '@timestamp',
  'client.geo.country_iso_code',
  'client.geo.location',
  'ecs.version',
  'error.code',
  'error.message',
  'error.stack_trace',
  'error.type',
  'event.dataset',
  'event.duration',
  'host.hostname',
  'http.request.id',
  'http.request.method',
  'http.response.status_code',
  'log.level',
  'log.logger',
  'message',
  'process.pid',
  'service.environment',
  'service.name',
  'service.version',
  'trace.id',
  'url.path',
  'user.id',
] as const;
/** Our own fields; ECS says that labels are keywords. */
const LABELS = ['labels.cache', 'labels.region', 'labels.sample'];

/** How Elasticsearch indexes a field, or the fields of an object. */
type Mapping =
  { readonly type: string; readonly ignore_above?: number } | { readonly properties: Properties };
type Properties = Record<string, Mapping>;

/** Mappings of Elasticsearch, with the types that ECS gives. */
export function mappings(): { readonly properties: Properties } {
  const properties: Properties = {};
  for (const name of LOGGED) put(properties, name.split('.'), mappingOf(name));
  for (const name of LABELS) put(properties, name.split('.'), { type: 'keyword' });
  return { properties };
}

function mappingOf(name: (typeof LOGGED)[number]): Mapping {
  const { type, ignore_above } = EcsFlat[name] as { type: string; ignore_above?: number };
  return ignore_above === undefined ? { type } : { type, ignore_above };
}

/** Puts a mapping at the end of a path, through objects that are made where they are missing. */
function put(properties: Properties, path: readonly string[], mapping: Mapping): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    properties[name] = mapping;
    return;
  }
  const parent = (properties[name] ??= { properties: {} });
  if (!('properties' in parent)) throw new Error(`${name} is both a field and an object.`);
  put(parent.properties, rest, mapping);
}

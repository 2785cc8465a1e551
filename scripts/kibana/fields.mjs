// The fields that our log lines have, as Elasticsearch is to index them.
import { EcsFlat } from '@elastic/ecs';

/** The names of all fields of all lines; a test holds them against a log. */
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
];
/** Our own words; ECS says that they are keywords. */
const LABELS = ['labels.cache', 'labels.region'];

/** Mappings of Elasticsearch, with the types that ECS gives. */
export function mappings() {
  const properties = {};
  for (const name of LOGGED) put(properties, name.split('.'), mappingOf(name));
  for (const name of LABELS) put(properties, name.split('.'), { type: 'keyword' });
  return { properties };
}

function mappingOf(name) {
  const { type, ignore_above } = EcsFlat[name];
  return ignore_above === undefined ? { type } : { type, ignore_above };
}

function put(properties, [name, ...rest], mapping) {
  if (rest.length === 0) {
    properties[name] = mapping;
    return;
  }
  properties[name] ??= { properties: {} };
  put(properties[name].properties, rest, mapping);
}

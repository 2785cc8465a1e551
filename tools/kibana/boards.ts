import { dashboard } from './dashboard.js';
import { count, overTime, percentile95, table, top, unique } from './lens.js';
import { positionMap } from './map.js';
import { dataView, type SavedObject } from './objects.js';

const REQUESTS = 'http.response.status_code : *';
const REJECTED = 'http.response.status_code >= 400';
/** Requests without a token, such as probes, have no user. */
const OF_USERS = 'user.id : *';

/** Users, first those with the highest number in the column `by`. */
function users(id: string, title: string, by: 'requests' | 'misses' | 'countries'): SavedObject {
  return table(id, {
    title,
    description:
      'A watch sends about ten requests an hour, mostly from known places, and is rarely rejected.',
    query: OF_USERS,
    by,
    columns: {
      user: top(50, 'user.id', 'User', { by }),
      requests: count('Requests'),
      misses: count('Upstream calls', 'labels.cache : "miss"'),
      rejected: count('Rejected', REJECTED),
      countries: unique('Countries', 'client.geo.country_iso_code'),
      routes: unique('Routes', 'url.path'),
    },
  });
}

const byRequests = users('mfapi-users-by-requests', 'Users with most requests', 'requests');
const byCalls = users(
  'mfapi-users-by-calls',
  'Users who cause most calls to the provider',
  'misses',
);
const byCountries = users('mfapi-users-by-countries', 'Users in most countries', 'countries');
const usersOverTime = overTime('mfapi-users-over-time', {
  title: 'The ten busiest users over time',
  description:
    'A client in a loop is a flat line; a fleet that reconnects at once is a peak of all users.',
  query: OF_USERS,
  split: top(10, 'user.id', 'User', { by: 'requests' }),
});
const map = positionMap('mfapi-positions', {
  title: 'Where requests come from',
  description: 'To a tenth of a degree: the log has no finer position.',
  query: REQUESTS,
});
const caches = overTime('mfapi-cache-results', {
  title: 'How responses were produced',
  description:
    'From the cache, by a call to the provider, by waiting for the call of another request, or from a stale copy.',
  query: REQUESTS,
  split: top(5, 'labels.cache', 'Cache', { by: 'requests' }),
  series: 'bar_percentage_stacked',
});
const statuses = overTime('mfapi-errors-by-status', {
  title: 'Errors by status',
  description: '5xx is ours or the provider’s, 4xx the caller’s.',
  query: REJECTED,
  split: top(10, 'http.response.status_code', 'Status', { by: 'requests', dataType: 'number' }),
});
const problems = overTime('mfapi-errors-by-problem', {
  title: 'Errors by type of problem',
  description: 'As the caller reads it at the end of `type`.',
  query: REJECTED,
  split: top(12, 'error.code', 'Problem', { by: 'requests' }),
});
const routes = table('mfapi-errors-by-route', {
  title: 'Errors by route',
  description: 'Few users with many errors point to a faulty client.',
  query: REJECTED,
  by: 'requests',
  columns: {
    route: top(20, 'url.path', 'Route', { by: 'requests' }),
    status: top(5, 'http.response.status_code', 'Status', { by: 'requests', dataType: 'number' }),
    problem: top(5, 'error.code', 'Problem', { by: 'requests' }),
    requests: count('Requests'),
    users: unique('Users', 'user.id'),
    p95: percentile95('p95', 'event.duration'),
  },
});
const warnings = overTime('mfapi-warnings-and-errors', {
  title: 'Warnings and errors in the log',
  description: 'Log lines of the process, by component.',
  query: 'log.level : ("warn" or "error" or "fatal")',
  split: top(10, 'log.logger', 'Component', { by: 'requests' }),
});

/** All saved objects, each after those that it refers to. */
export function savedObjects(): SavedObject[] {
  return [
    dataView(),
    byRequests,
    byCalls,
    byCountries,
    usersOverTime,
    map,
    caches,
    statuses,
    problems,
    routes,
    warnings,
    dashboard('mfapi-users', {
      title: 'Meteo French API: users and positions',
      description: 'Who sends how many requests, and from where; outliers first.',
      panels: [
        [byRequests, [0, 0, 24, 16]],
        [usersOverTime, [24, 0, 24, 16]],
        [map, [0, 16, 28, 20]],
        [caches, [28, 16, 20, 20]],
        [byCalls, [0, 36, 24, 14]],
        [byCountries, [24, 36, 24, 14]],
      ],
    }),
    dashboard('mfapi-errors', {
      title: 'Meteo French API: errors',
      description: 'Rejected and failed requests, by route and user.',
      panels: [
        [statuses, [0, 0, 24, 14]],
        [problems, [24, 0, 24, 14]],
        [routes, [0, 14, 30, 18]],
        [warnings, [30, 14, 18, 18]],
      ],
    }),
  ];
}

/** The weather endpoints, as the vendor bills them. */
export const ENDPOINTS = [
  'search',
  'location',
  'currentconditions',
  'minute',
  'hourly',
  'daily',
  'alerts',
] as const;

export type Endpoint = (typeof ENDPOINTS)[number];

/** One request to a weather endpoint. */
export interface Call {
  readonly endpoint: Endpoint;
  /** `48.875,2.305` of a search or minute forecast, else the location key. */
  readonly target: string;
  /** Hours, days, or minutes of a step of a forecast, else 0. */
  readonly span: number;
  readonly query: URLSearchParams;
}

interface Route {
  readonly endpoint: Endpoint;
  /** Groups `span` and `key`. */
  readonly path: RegExp;
  readonly spans?: readonly number[];
}

const ROUTES: readonly Route[] = [
  { endpoint: 'search', path: /^\/locations\/v1\/cities\/geoposition\/search$/ },
  { endpoint: 'location', path: /^\/locations\/v1\/(?<key>[^/]+)$/ },
  { endpoint: 'currentconditions', path: /^\/currentconditions\/v1\/(?<key>[^/]+)$/ },
  {
    endpoint: 'minute',
    path: /^\/forecasts\/v1\/minute(?:\/(?<span>\d+)minute)?$/,
    spans: [0, 1, 5, 15],
  },
  {
    endpoint: 'hourly',
    path: /^\/forecasts\/v1\/hourly\/(?<span>\d+)hour\/(?<key>[^/]+)$/,
    spans: [1, 12, 24, 72, 120],
  },
  {
    endpoint: 'daily',
    path: /^\/forecasts\/v1\/daily\/(?<span>\d+)day\/(?<key>[^/]+)$/,
    spans: [1, 5, 7, 10, 15],
  },
  { endpoint: 'alerts', path: /^\/alerts\/v1\/(?<key>[^/]+)$/ },
];

/** Which weather endpoint a request is for; undefined for an unknown route (facts, section 2). */
export function callOf(method: string, url: URL): Call | undefined {
  if (method !== 'GET') return undefined;
  for (const { endpoint, path, spans } of ROUTES) {
    const groups = path.exec(url.pathname);
    if (!groups) continue;
    const span = Number(groups.groups?.['span'] ?? 0);
    if (spans && !spans.includes(span)) return undefined;
    const target = groups.groups?.['key'] ?? url.searchParams.get('q') ?? '';
    return { endpoint, target, span, query: url.searchParams };
  }
  return undefined;
}

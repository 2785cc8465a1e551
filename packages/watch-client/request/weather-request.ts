import type { operations, paths } from './openapi.js';

/** Degrees WGS-84. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** The operations of the contract that return weather at a position: those with a query. */
type WeatherOperation = {
  [K in keyof operations]: [NonNullable<operations[K]['parameters']['query']>] extends [never]
    ? never
    : K;
}[keyof operations];

/** The endpoints by their operation ids in openapi.yaml; one that is missing does not compile. */
const PATHS = {
  conditions: '/v1/conditions',
  minutelyForecast: '/v1/forecast/minutely',
  hourlyForecast: '/v1/forecast/hourly',
  dailyForecast: '/v1/forecast/daily',
  alerts: '/v1/alerts',
  glance: '/v1/glance',
  precipitation: '/prcpt',
  uvIndex: '/uvidx',
} as const satisfies Record<WeatherOperation, keyof paths>;

export type Operation = keyof typeof PATHS;

/** Units, language, number of hours or days. */
export type QueryOptions<T extends Operation> = Omit<
  NonNullable<operations[T]['parameters']['query']>,
  'lt' | 'lg' | 'at'
>;

/** Of a request for one position. */
export type Body<T extends Operation> = Exclude<
  operations[T]['responses'][200]['content']['application/json'],
  readonly unknown[]
>;

/** One entry of a request for several places: a glance, or a problem. */
export type GlanceEntry = Extract<
  operations['glance']['responses'][200]['content']['application/json'],
  readonly unknown[]
>[number];

/**
 * 0.01° is 1.1 km of latitude, about a cell of the service. A finer position would reveal where the user
 * lives, and a walking user would send another query every hundred steps.
 */
const STEPS_PER_DEGREE = 100;

export interface WeatherRequest {
  readonly path: string;
  /** Media types, the preferred one first. */
  readonly accept: string;
}

/** The same request for all positions within a step, in any order of the options. */
export function createRequest<T extends Operation>(
  operation: T,
  { latitude, longitude }: Position,
  options: QueryOptions<T>,
): WeatherRequest {
  return requestOf(operation, options, [
    ['lt', roundedDegrees(latitude)],
    ['lg', roundedDegrees(longitude)],
  ]);
}

/** A glance of each position, in their order. The service refuses more than 8. */
export function createGlancesRequest(
  positions: readonly Position[],
  options: QueryOptions<'glance'>,
): WeatherRequest {
  const at = positions.map(({ latitude, longitude }): [string, string] => [
    'at',
    `${roundedDegrees(latitude)},${roundedDegrees(longitude)}`,
  ]);
  return requestOf('glance', options, at);
}

function requestOf<T extends Operation>(
  operation: T,
  options: QueryOptions<T>,
  where: readonly [name: string, value: string][],
): WeatherRequest {
  const optional = new URLSearchParams();
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined) optional.set(name, String(value));
  }
  optional.sort();
  const query = new URLSearchParams([...where, ...optional]);
  return { path: `${PATHS[operation]}?${query.toString()}`, accept: acceptOf(operation) };
}

/** CBOR halves a glance; the other bodies are JSON only. */
function acceptOf(operation: Operation): string {
  return operation === 'glance' ? 'application/cbor, application/json;q=0.5' : 'application/json';
}

function roundedDegrees(degrees: number): string {
  return String(Math.round(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE);
}

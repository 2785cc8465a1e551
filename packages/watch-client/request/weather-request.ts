import type { operations, paths } from './openapi.js';

/** Degrees WGS-84. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** The operations of the contract that return weather at a position. */
type WeatherOperation = {
  [K in keyof operations]: operations[K] extends { parameters: { query: { lt: unknown } } }
    ? K
    : never;
}[keyof operations];

/** The endpoints by their operation ids in openapi.yaml; one that is missing does not compile. */
const PATHS = {
  conditions: '/v1/conditions',
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
  operations[T]['parameters']['query'],
  'lt' | 'lg'
>;

export type Body<T extends Operation> =
  operations[T]['responses'][200]['content']['application/json'];

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
  const query = new URLSearchParams({
    lt: roundedDegrees(latitude),
    lg: roundedDegrees(longitude),
  });
  for (const [name, value] of Object.entries(options).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (value !== undefined) query.set(name, String(value));
  }
  return { path: `${PATHS[operation]}?${query.toString()}`, accept: acceptOf(operation) };
}

/** CBOR halves a glance; the other bodies are JSON only. */
function acceptOf(operation: Operation): string {
  return operation === 'glance' ? 'application/cbor, application/json;q=0.5' : 'application/json';
}

function roundedDegrees(degrees: number): string {
  return String(Math.round(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE);
}

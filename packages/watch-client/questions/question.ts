import type { operations, paths } from './openapi.js';

/** Degrees WGS-84. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** What can be asked, by the contract's names, and where. */
const PATHS = {
  conditions: '/v1/conditions',
  hourlyForecast: '/v1/forecast/hourly',
  dailyForecast: '/v1/forecast/daily',
  alerts: '/v1/alerts',
  glance: '/v1/glance',
  precipitation: '/prcpt',
  uvIndex: '/uvidx',
} as const satisfies Partial<Record<keyof operations, keyof paths>>;

export type Topic = keyof typeof PATHS;

/** How an answer shall look: units, language, how many hours or days. */
export type View<T extends Topic> = Omit<operations[T]['parameters']['query'], 'lt' | 'lg'>;

export type Body<T extends Topic> = operations[T]['responses'][200]['content']['application/json'];

/**
 * Some 1 100 m of latitude, about a cell of the service. A finer position would tell where somebody
 * lives, and a watch on its owner's wrist would ask another question with every hundred steps.
 */
const STEPS_PER_DEGREE = 100;

/** A question as it is put to the service. */
export interface Question {
  readonly path: string;
  /** Media types, the preferred one first. */
  readonly accept: string;
}

/** The same question for all positions within a step, whatever the order of the view's fields. */
export function questionOf<T extends Topic>(
  topic: T,
  { latitude, longitude }: Position,
  view: View<T>,
): Question {
  const query = new URLSearchParams({ lt: coarse(latitude), lg: coarse(longitude) });
  for (const [name, value] of Object.entries(view).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (value !== undefined) query.set(name, String(value));
  }
  return { path: `${PATHS[topic]}?${query.toString()}`, accept: acceptOf(topic) };
}

/** CBOR halves a glance; the other bodies come as JSON only. */
function acceptOf(topic: Topic): string {
  return topic === 'glance' ? 'application/cbor, application/json;q=0.5' : 'application/json';
}

function coarse(degrees: number): string {
  return String(Math.round(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE);
}

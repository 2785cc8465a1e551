import { pairsInTenPlaces } from '../../support/positions.js';

/** A request of a warm watch and the request whose answer is its reference. */
export interface WarmRequest {
  readonly path: string;
  /** Requests at least as much data as `path`. */
  readonly referencePath: string;
  /** Endpoint and view, without the position. */
  readonly topic: string;
}

type Topic = readonly [path: string, query: string, referenceQuery?: string];

/** They request fewer hours and days than their reference, because the first ones drop out as time passes. */
const TOPICS: readonly Topic[] = [
  ['/prcpt', ''],
  ['/prcpt', '&units=imperial'],
  ['/uvidx', ''],
  ['/v1/conditions', ''],
  ['/v1/forecast/hourly', '&hours=3', '&hours=24'],
  ['/v1/forecast/daily', '&days=2', '&days=10'],
  ['/v1/alerts', ''],
  ['/v1/glance', ''],
];

/** Fields that state the age, and those of a glance that move with the hour and the day. */
const TIME_DEPENDENT = new Set([
  'expiresAt',
  'stale',
  'issuedAt',
  'e',
  's',
  'h',
  'd',
  'o',
  'z',
  'su',
]);

/** Few, so that each is requested several times within its windows. */
const POSITIONS = 8;

/** Every topic at every warm position, ordered so that topics and positions alternate. */
export function warmRequests(): readonly WarmRequest[] {
  const positions = pairsInTenPlaces().slice(0, POSITIONS);
  return positions.flatMap((_, round) =>
    TOPICS.map(([path, query, referenceQuery = query], index) => {
      const position = positions[(round + index) % positions.length];
      return {
        path: `${path}?${position}${query}`,
        referencePath: `${path}?${position}${referenceQuery}`,
        topic: path + query,
      };
    }),
  );
}

/** Whether every weather value of an answer equals the reference's, with no field added or left out. */
export function isConsistentWith(answer: unknown, reference: unknown): boolean {
  if (Array.isArray(answer) && Array.isArray(reference)) {
    return answer.every((one) => reference.some((other) => isConsistentWith(one, other)));
  }
  if (!isObject(answer) || !isObject(reference)) return answer === reference;
  const names = new Set([...Object.keys(answer), ...Object.keys(reference)]);
  return [...names].every(
    (name) => TIME_DEPENDENT.has(name) || isConsistentWith(answer[name], reference[name]),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { pairsInTenPlaces } from '../../support/positions.js';

/** What a warm watch asks, and what it asked before anything went wrong. */
export interface WarmQuestion {
  readonly path: string;
  /** Asks for at least as much. */
  readonly referencePath: string;
  /** Of those about the same, at other places. */
  readonly topic: string;
}

type Topic = readonly [path: string, query: string, referenceQuery?: string];

/** Fewer hours and days than the reference has: as time goes on, the first of them drop out. */
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

/** Fields that tell the age, and the columns of a glance, which move on with the hour. */
const MOVING = new Set(['expiresAt', 'stale', 'issuedAt', 'e', 's', 'h', 'd']);

/** Few, so that each is asked for several times in its life. */
const POSITIONS = 8;

/** Every topic at every warm position, so ordered that topics and positions alternate. */
export function warmQuestions(): readonly WarmQuestion[] {
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

/** Whether an answer says nothing about the weather that the reference does not say, and leaves nothing out. */
export function saysTheSame(answer: unknown, reference: unknown): boolean {
  if (Array.isArray(answer) && Array.isArray(reference)) {
    return answer.every((one) => reference.some((other) => saysTheSame(one, other)));
  }
  if (!isObject(answer) || !isObject(reference)) return answer === reference;
  const names = new Set([...Object.keys(answer), ...Object.keys(reference)]);
  return [...names].every((name) => MOVING.has(name) || saysTheSame(answer[name], reference[name]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

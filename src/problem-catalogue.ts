import type { ProblemCatalogue, ProblemKind } from '@app/problem/problem-catalogue.js';

/** Every problem of this API: error code (the last segment of its `type`) to status and title. */
export const PROBLEMS = {
  'invalid-request': { status: 400, title: 'Invalid request' },
  unauthenticated: { status: 401, title: 'Unauthenticated' },
  'insufficient-scope': { status: 403, title: 'Insufficient scope' },
  'not-in-pilot': { status: 403, title: 'Not in the pilot' },
  'not-found': { status: 404, title: 'Not found' },
  'no-weather-here': { status: 404, title: 'No weather here' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'internal-error': { status: 500, title: 'Internal error' },
  'not-ready': { status: 503, title: 'Not ready' },
  'weather-unavailable': { status: 503, title: 'Weather unavailable' },
  'identity-unavailable': { status: 503, title: 'Identity provider unavailable' },
} as const satisfies Readonly<Record<string, ProblemKind>>;

/** The last segment of a problem's `type`. */
export type ProblemCode = keyof typeof PROBLEMS;

/** For the filter, where a code is any string. */
export const problemCatalogue: ProblemCatalogue = {
  find: (code) => (Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code as ProblemCode] : undefined),
};

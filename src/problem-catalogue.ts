import type { ProblemCatalogue, ProblemKind } from '@app/problem/problem-catalogue.js';

/** A problem and what its page says about it. */
export interface ExplainedProblem extends ProblemKind {
  /** Why it happens; continues a sentence. Markdown, of which the page shows the backquotes as code. */
  readonly cause: string;
  /** Whether the same request may succeed later. */
  readonly retry: 'never' | 'after Retry-After' | 'later' | 'with a new token';
  /** For the developer of a client: one or two sentences. */
  readonly action: string;
}

/** Every problem of this API: error code (the last segment of its `type`) to status, title and explanation. */
export const PROBLEMS = {
  'invalid-request': {
    status: 400,
    title: 'Invalid request',
    cause:
      'a parameter is missing, empty, given twice, not a number, out of range, or not an allowed value; `errors` names each. Or the request cannot be read',
    retry: 'never',
    action:
      'Correct the parameters that `errors` names. Without `errors`, `detail` says what is wrong.',
  },
  unauthenticated: {
    status: 401,
    title: 'Unauthenticated',
    cause: 'no token was sent, or one that is expired, forged, or not for this service',
    retry: 'with a new token',
    action:
      'Send `Authorization: Bearer …` with an access token of the OpenID Connect provider. `WWW-Authenticate` says whether a token was found.',
  },
  'insufficient-scope': {
    status: 403,
    title: 'Insufficient scope',
    cause: 'the token lacks the scope `weather:read`',
    retry: 'with a new token',
    action: 'Request the scope that `WWW-Authenticate` names together with the token.',
  },
  'not-in-pilot': {
    status: 403,
    title: 'Not in the pilot',
    cause: 'the service is rolled out step by step, and the user is not in the pilot group yet',
    retry: 'after Retry-After',
    action: 'Hide the weather until then. Another token of the same user changes nothing.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    cause: 'the path does not exist',
    retry: 'never',
    action: 'Compare the path with the documentation; paths have no slash at their end.',
  },
  'no-weather-here': {
    status: 404,
    title: 'No weather here',
    cause: 'no provider knows a place within 50 km, usually at sea',
    retry: 'later',
    action:
      'Say that there is no weather for this position, and ask again when the watch has moved.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    cause: 'the path exists, but not for this method',
    retry: 'never',
    action: 'Use a method that `Allow` names: every path of this API is read with GET.',
  },
  'request-timeout': {
    status: 408,
    title: 'Request timeout',
    cause: 'the request did not arrive completely within ten seconds',
    retry: 'later',
    action: 'Repeat the request on a new connection.',
  },
  'content-too-large': {
    status: 413,
    title: 'Content too large',
    cause: 'the request has a large body',
    retry: 'never',
    action: 'Send no body: parameters belong in the URL.',
  },
  'uri-too-long': {
    status: 414,
    title: 'URI too long',
    cause: 'the URL has more than 2 000 characters',
    retry: 'never',
    action: 'Send only the documented parameters.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    cause:
      'too many requests of the user in the past minute, or too many uncached locations in the past hour. Retry after `Retry-After`',
    retry: 'after Retry-After',
    action:
      'Wait as long as `Retry-After` says and show the last weather meanwhile. Ask again only when `Cache-Control` says so, and `RateLimit` tells what remains.',
  },
  'headers-too-large': {
    status: 431,
    title: 'Headers too large',
    cause: 'the request line and headers have more than 16 kB together',
    retry: 'never',
    action: 'Send fewer and shorter headers; the token is usually the longest.',
  },
  'internal-error': {
    status: 500,
    title: 'Internal error',
    cause: 'a fault in this service; report its `traceId`',
    retry: 'later',
    action:
      'Show the last weather, ask again after some minutes, and report the `traceId` when it stays.',
  },
  'not-ready': {
    status: 503,
    title: 'Not ready',
    cause: 'the process starts or stops; only `/health/ready` answers so',
    retry: 'after Retry-After',
    action: 'Send no requests to this process: the load balancer knows others.',
  },
  'weather-unavailable': {
    status: 503,
    title: 'Weather unavailable',
    cause: 'the provider is unavailable and no cached data is left to serve',
    retry: 'after Retry-After',
    action: 'Show the last weather with its age, and ask again after `Retry-After` seconds.',
  },
  'identity-unavailable': {
    status: 503,
    title: 'Identity provider unavailable',
    cause: 'no key of the identity provider has been loaded since the start',
    retry: 'after Retry-After',
    action: 'Keep the token, which may be valid, and ask again after `Retry-After` seconds.',
  },
} as const satisfies Readonly<Record<string, ExplainedProblem>>;

/** The last segment of a problem's `type`. */
export type ProblemCode = keyof typeof PROBLEMS;

/** Undefined for a text that is not a code. */
export function explainedProblem(code: string): ExplainedProblem | undefined {
  return Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code as ProblemCode] : undefined;
}

/** For the filter, where a code is any string. */
export const problemCatalogue: ProblemCatalogue = { find: explainedProblem };

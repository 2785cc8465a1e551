import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IdentityUnavailableError } from '@app/auth/errors/identity-unavailable.error.js';
import { InsufficientScopeError } from '@app/auth/errors/insufficient-scope.error.js';
import { UnauthenticatedError } from '@app/auth/errors/unauthenticated.error.js';
import { NotInPilotError } from '@app/pilot/not-in-pilot.error.js';
import {
  ApiProblem,
  REQUEST_ID_HEADER,
  RETRY_AFTER_HEADER,
} from '@app/problem/api-problem.decorator.js';
import { InvalidRequestError } from '@app/problem/invalid-request.error.js';
import { toProblem } from '@app/problem/to-problem.js';
import { TooManyRequestsError } from '@app/rate-limit/too-many-requests.error.js';
import { DEPRECATION, DEPRECATION_LINKS } from '../../deprecations.js';
import { PROBLEMS, problemCatalogue, type ProblemCode } from '../../problem-catalogue.js';
import { NoWeatherHereError } from '../errors/no-weather-here.error.js';
import { WeatherUnavailableError } from '../errors/weather-unavailable.error.js';

const WEATHER_PROBLEMS = [
  'invalid-request',
  'unauthenticated',
  'insufficient-scope',
  'not-in-pilot',
  'no-weather-here',
  'too-many-requests',
  'internal-error',
  'weather-unavailable',
  'identity-unavailable',
] as const satisfies readonly ProblemCode[];

type WeatherProblem = (typeof WEATHER_PROBLEMS)[number];

/** One error per problem: the examples are generated from it as in the problem filter. */
const EXAMPLES: Readonly<Record<WeatherProblem, Error>> = {
  'invalid-request': new InvalidRequestError([
    { parameter: 'lt', detail: 'lt must be from -90 to 90' },
  ]),
  unauthenticated: UnauthenticatedError.invalidToken('expired'),
  'insufficient-scope': new InsufficientScopeError('weather:read'),
  'not-in-pilot': new NotInPilotError(),
  'no-weather-here': new NoWeatherHereError(),
  'too-many-requests': TooManyRequestsError.ofRequests(31, { policy: '', limit: '' }),
  'internal-error': new Error(),
  'weather-unavailable': new WeatherUnavailableError(undefined),
  'identity-unavailable': new IdentityUnavailableError(),
};

const field = (description: string, example: string) => ({
  description,
  schema: { type: 'string' as const, example },
});

const CHALLENGE = {
  'WWW-Authenticate': field(
    'Why the token is rejected, or `Bearer` where there is none (RFC 6750).',
    'Bearer error="invalid_token"',
  ),
};
const LIMITS = {
  'RateLimit-Policy': field(
    'The limits of a user: requests in a minute, and uncached locations in an hour.',
    '"requests";q=60;w=60, "misses";q=120;w=3600',
  ),
  RateLimit: field('What remains of them.', '"requests";r=59;t=60'),
};

/** Documents the header fields of a weather response, including a 304. */
export const FRESHNESS_HEADERS = {
  'Cache-Control': field(
    'When to request again: the remaining freshness plus a jitter per watch (RFC 9111).',
    'private, max-age=643, stale-if-error=21500',
  ),
  ETag: field(
    'Identifies the weather and its view, and in v1 whether it is stale, independent of the instants of its age.',
    'W/"6E2PQEhsh-k9SXJo"',
  ),
  'Last-Modified': field(
    'The time of the weather; absent from a stale v1 response.',
    'Thu, 09 Jul 2026 12:00:00 GMT',
  ),
  'Cache-Status': field('How the response was produced (RFC 9211).', 'mfapi; hit; ttl=376'),
  'Content-Location': field(
    'The equivalent request at the centre of the cell.',
    '/prcpt?lt=48.87&lg=2.3',
  ),
  Vary: field(
    'Request header fields that the response depends on.',
    'Accept, Accept-Language, Accept-Encoding',
  ),
  ...LIMITS,
  ...REQUEST_ID_HEADER,
};

/** Documents the language of the texts in a body. */
const LANGUAGE_HEADER = {
  'Content-Language': field('Language of the texts of this service.', 'fr'),
};

/** Documents the header fields of a v1 response. */
export const V1_HEADERS = { ...FRESHNESS_HEADERS, ...LANGUAGE_HEADER };

/** Documents the attribution of a body that does not contain it. */
export const ATTRIBUTION_HEADER = {
  Link: field(
    'Attribution of the data (`via`); show it (RFC 8288). Also the policy of deprecation and the successor of the endpoint.',
    `<https://www.accuweather.com/>; rel="via"; title="AccuWeather", ${DEPRECATION_LINKS}`,
  ),
};

/** Documents that an endpoint is deprecated. */
export const DEPRECATION_HEADER = {
  Deprecation: field('Since when the endpoint is deprecated (RFC 9745).', DEPRECATION),
};

/** Documents what all weather endpoints have in common: the token, and their problems. */
export function WeatherApi(): ClassDecorator {
  const statuses = [...new Set(WEATHER_PROBLEMS.map((code) => PROBLEMS[code].status))];
  return applyDecorators(
    ApiTags('weather'),
    ApiBearerAuth(),
    ApiHeader({
      name: 'If-Modified-Since',
      required: false,
      description:
        'The `Last-Modified` of the cached response, for clients without its `ETag`: 304 while nothing has changed. A glance ignores it.',
      schema: { type: 'string' },
    }),
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'The `ETag` of the cached response of the watch: 304 while nothing has changed.',
      schema: { type: 'string' },
    }),
    ApiResponse({
      status: 304,
      description: 'The watch already has it (`If-None-Match`): no body, only how long to keep it.',
      headers: FRESHNESS_HEADERS,
    }),
    ...statuses.map(problemsOf),
  );
}

function problemsOf(status: number): ClassDecorator {
  const codes = WEATHER_PROBLEMS.filter((code) => PROBLEMS[code].status === status);
  return ApiProblem({
    status,
    description: codes.map((code) => `\`/problems/${code}\`: ${PROBLEMS[code].cause}.`).join(' '),
    headers: HEADERS[status] ?? {},
    examples: Object.fromEntries(codes.map((code) => [code, { value: exampleOf(code) }])),
  });
}

/** In addition to the headers of every problem. */
const HEADERS: Readonly<Record<number, Parameters<typeof ApiProblem>[0]['headers']>> = {
  401: CHALLENGE,
  403: { ...CHALLENGE, ...RETRY_AFTER_HEADER },
  404: LIMITS,
  429: { ...LIMITS, ...RETRY_AFTER_HEADER },
  503: RETRY_AFTER_HEADER,
};

function exampleOf(code: WeatherProblem): object {
  const occurrence = { instance: '/prcpt', traceId: '6f0c7b1e-7b0d-4d0f-9a51-2f6f5f0a4f0e' };
  return toProblem(EXAMPLES[code], occurrence, problemCatalogue).body;
}

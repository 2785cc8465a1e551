import { applyDecorators } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiExtraModels,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { Problem } from '@app/problem/problem.js';
import { PROBLEMS, type ProblemCode } from '../../problem-catalogue.js';

const WEATHER_PROBLEMS: readonly ProblemCode[] = [
  'invalid-request',
  'unauthenticated',
  'insufficient-scope',
  'not-in-pilot',
  'no-weather-here',
  'too-many-requests',
  'internal-error',
  'weather-unavailable',
  'identity-unavailable',
];

const DETAILS: Readonly<Partial<Record<ProblemCode, string>>> = {
  'invalid-request': 'The request has invalid parameters.',
  unauthenticated: 'The token has expired.',
  'insufficient-scope': 'The token lacks the scope "weather:read".',
  'not-in-pilot': 'This service is not open to you yet.',
  'no-weather-here': 'No weather is known for this position; it may be at sea.',
  'too-many-requests': 'These are too many requests in a minute.',
  'internal-error': 'Something went wrong on our side.',
  'weather-unavailable': 'The weather of this position cannot be had at the moment.',
  'identity-unavailable':
    'The identity provider cannot be reached, so the token cannot be verified.',
};

const field = (description: string, example: string) => ({
  description,
  schema: { type: 'string' as const, example },
});

/** Documents the header fields of a weather answer. */
export const FRESHNESS_HEADERS = {
  'Cache-Control': field(
    'When to ask again: the remaining freshness and a wait of this watch (RFC 9111).',
    'private, max-age=643, stale-if-error=21500',
  ),
  ETag: field('Of the weather and its view, whatever its age.', 'W/"6E2PQEhsh-k9SXJo"'),
  'Last-Modified': field('When the weather was so.', 'Thu, 09 Jul 2026 12:00:00 GMT'),
  'Cache-Status': field('How we came by it (RFC 9211).', 'mfapi; hit; ttl=376'),
  'Content-Location': field('The same, at the centre of the cell.', '/prcpt?lt=48.87&lg=2.3'),
  'RateLimit-Policy': field('The limits of a user.', '"requests";q=60;w=60'),
  RateLimit: field('What is left of them.', '"requests";r=59;t=60'),
};

/** Documents what every weather endpoint has in common: the token, and each problem it may answer. */
export function WeatherApi(): ClassDecorator {
  const statuses = [...new Set(WEATHER_PROBLEMS.map((code) => PROBLEMS[code].status))];
  return applyDecorators(
    ApiTags('weather'),
    ApiBearerAuth(),
    ApiExtraModels(Problem),
    ApiResponse({
      status: 304,
      description: 'The watch has it already (`If-None-Match`).',
      headers: FRESHNESS_HEADERS,
    }),
    ...statuses.map((status) =>
      problemResponse(
        status,
        WEATHER_PROBLEMS.filter((code) => PROBLEMS[code].status === status),
      ),
    ),
  );
}

function problemResponse(status: number, codes: readonly ProblemCode[]): ClassDecorator {
  return ApiResponse({
    status,
    description: codes.map((code) => `\`/problems/${code}\``).join(' or '),
    headers: headersOf(status),
    content: {
      'application/problem+json': {
        schema: { $ref: getSchemaPath(Problem) },
        examples: Object.fromEntries(codes.map((code) => [code, { value: exampleOf(code) }])),
      },
    },
  });
}

const header = (example: string) => ({ schema: { type: 'string' as const }, example });

function headersOf(
  status: number,
): Record<string, { schema: { type: 'string' }; example: string }> {
  return {
    'X-Request-Id': header('6f0c7b1e-7b0d-4d0f-9a51-2f6f5f0a4f0e'),
    ...(status === 401 ? { 'WWW-Authenticate': header('Bearer error="invalid_token"') } : {}),
    ...(status === 403 ? { 'WWW-Authenticate': header('Bearer error="insufficient_scope"') } : {}),
    ...(status === 429
      ? {
          'Retry-After': header('31'),
          'RateLimit-Policy': header('"requests";q=60;w=60'),
          RateLimit: header('"requests";r=0;t=31'),
        }
      : {}),
    ...(status === 503 ? { 'Retry-After': header('30') } : {}),
  };
}

function exampleOf(code: ProblemCode): object {
  const { status, title } = PROBLEMS[code];
  return {
    type: `/problems/${code}`,
    title,
    status,
    detail: DETAILS[code] ?? `${title}.`,
    instance: '/prcpt',
    traceId: '6f0c7b1e-7b0d-4d0f-9a51-2f6f5f0a4f0e',
    ...(code === 'invalid-request'
      ? { errors: [{ parameter: 'lt', detail: 'lt must be from -90 to 90' }] }
      : {}),
  };
}

import { applyDecorators } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiExtraModels,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { Problem } from '@app/problem/problem.js';
import { PROBLEMS, type ProblemCode } from '../problem-catalogue.js';

const WEATHER_PROBLEMS: readonly ProblemCode[] = [
  'invalid-request',
  'unauthenticated',
  'insufficient-scope',
  'no-weather-here',
  'weather-unavailable',
  'identity-unavailable',
];

/** Documents what every weather endpoint has in common: the token, and each problem it may answer. */
export function WeatherApi(): ClassDecorator {
  const statuses = [...new Set(WEATHER_PROBLEMS.map((code) => PROBLEMS[code].status))];
  return applyDecorators(
    ApiTags('weather'),
    ApiBearerAuth(),
    ApiExtraModels(Problem),
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
    content: {
      'application/problem+json': {
        schema: { $ref: getSchemaPath(Problem) },
        examples: Object.fromEntries(codes.map((code) => [code, { value: exampleOf(code) }])),
      },
    },
  });
}

function exampleOf(code: ProblemCode): object {
  const { status, title } = PROBLEMS[code];
  return {
    type: `/problems/${code}`,
    title,
    status,
    detail: `${title}.`,
    instance: '/prcpt',
    traceId: '6f0c7b1e-7b0d-4d0f-9a51-2f6f5f0a4f0e',
    ...(code === 'invalid-request'
      ? { errors: [{ parameter: 'lt', detail: 'lt must be from -90 to 90' }] }
      : {}),
  };
}

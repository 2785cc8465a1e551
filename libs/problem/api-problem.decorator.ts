import { applyDecorators } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiResponse,
  getSchemaPath,
  type ApiResponseOptions,
} from '@nestjs/swagger';
import { Problem } from './problem.js';

interface ProblemResponse {
  readonly status: number;
  readonly description: string;
  readonly headers?: NonNullable<ApiResponseOptions['headers']>;
  /** Whole bodies, by name. */
  readonly examples?: Readonly<Record<string, { readonly value: object }>>;
}

/** Documents a status that a route, or every route of a controller, answers with a problem. */
export function ApiProblem(response: ProblemResponse): ClassDecorator & MethodDecorator {
  const { status, description, headers = {}, examples = {} } = response;
  return applyDecorators(
    ApiExtraModels(Problem),
    ApiResponse({
      status,
      description,
      headers: { ...REQUEST_ID_HEADER, ...headers },
      content: {
        'application/problem+json': { schema: { $ref: getSchemaPath(Problem) }, examples },
      },
    }),
  );
}

/** Documents what every route may answer before it is reached. */
export function ApiUnreadableProblem(): ClassDecorator & MethodDecorator {
  return ApiProblem({
    status: 400,
    description:
      '`/problems/invalid-request`: the request cannot be read; its URL is too long, say.',
    examples: {
      'invalid-request': problemExample({
        type: '/problems/invalid-request',
        title: 'Invalid request',
        status: 400,
        detail: 'The request cannot be read.',
      }),
    },
  });
}

/** An example for `ApiProblem`: an occurrence of a problem. */
export function problemExample(
  problem: Pick<Problem, 'type' | 'title' | 'status' | 'detail'>,
  instance = '/',
): { readonly value: Problem } {
  return { value: { ...problem, instance, traceId: REQUEST_ID } };
}

const REQUEST_ID = '6f0c7b1e-7b0d-4d0f-9a51-2f6f5f0a4f0e';

/** Documents the header field of every response. */
export const REQUEST_ID_HEADER = {
  'X-Request-Id': {
    description:
      'Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced.',
    schema: { type: 'string' as const, example: REQUEST_ID },
  },
};

/** Documents when to repeat a request. */
export const RETRY_AFTER_HEADER = {
  'Retry-After': {
    description: 'Seconds to wait before the next request.',
    schema: { type: 'string' as const, example: '31' },
  },
};

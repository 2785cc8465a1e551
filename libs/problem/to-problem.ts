import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { CodedError } from './coded.error.js';
import type { ProblemCatalogue } from './problem-catalogue.js';
import type { Problem } from './problem.js';

/** A problem response: body and headers. */
export interface ProblemAnswer {
  readonly body: Problem;
  /** For the log: the last segment of the type, or `http-413` and the like where there is none. */
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The error is a bug: it is logged and reported. */
  readonly unexpected: boolean;
}

/** The path and the trace id of a request with a problem. */
export interface Occurrence {
  readonly instance: string;
  readonly traceId: string;
}

const CLIENT_ERRORS: Readonly<Record<number, string>> = {
  400: 'invalid-request',
  404: 'not-found',
  413: 'content-too-large',
};
const DETAILS: Readonly<Record<string, string>> = {
  'invalid-request': 'The request cannot be read.',
  'not-found': 'There is nothing at this path.',
  'content-too-large': 'The request body is too large.',
  'internal-error': 'Something went wrong on our side.',
};

/**
 * Converts anything thrown to a problem (RFC 9457). Only the message of a `CodedError` is shown: other
 * messages can contain data that a client must not see.
 */
export function toProblem(
  error: unknown,
  occurrence: Occurrence,
  catalogue: ProblemCatalogue,
): ProblemAnswer {
  const code = codeOf(error);
  const kind = catalogue.find(code);
  const status = kind?.status ?? statusOf(error);
  const coded = error instanceof CodedError ? error : undefined;
  return {
    body: {
      type: kind ? `/problems/${code}` : 'about:blank',
      title: kind?.title ?? STATUS_CODES[status] ?? 'Error',
      status,
      detail: coded?.message ?? DETAILS[code] ?? 'The request cannot be answered.',
      ...occurrence,
      ...(coded && coded.faults.length > 0 ? { errors: [...coded.faults] } : {}),
    },
    code,
    headers: headersOf(coded),
    unexpected: status === 500,
  };
}

function codeOf(error: unknown): string {
  if (error instanceof CodedError) return error.code;
  const status = statusOf(error);
  return status === 500 ? 'internal-error' : (CLIENT_ERRORS[status] ?? `http-${status}`);
}

/** Errors of Nest and Fastify have a status; without one, or below 400, the error is internal. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null | undefined)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function headersOf(error: CodedError | undefined): Record<string, string> {
  return {
    ...(error?.retryAfterSeconds === undefined
      ? {}
      : { 'retry-after': String(error.retryAfterSeconds) }),
    ...(error?.challenge === undefined ? {} : { 'www-authenticate': error.challenge }),
    ...(error?.allowedMethods === undefined ? {} : { allow: error.allowedMethods.join(', ') }),
    ...(error?.rateLimit === undefined
      ? {}
      : { 'ratelimit-policy': error.rateLimit.policy, ratelimit: error.rateLimit.limit }),
  };
}

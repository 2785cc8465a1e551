import type { components } from '../request/openapi.js';
import type { ResponseHeaders } from './fetch.js';
import { parseBody } from './parse-body.js';
import { retryAfterMs } from './retry-after.js';

export type Problem = components['schemas']['Problem'];

/** A request without a usable response. */
export interface Failure {
  readonly kind: 'failure';
  /**
   * The last part of the problem's `type` (`no-weather-here`); else `unreachable` (no response within
   * the deadline), `no-token` (the token source failed), `unreadable` (not a response of the contract).
   */
  readonly code: string;
  /** Null without a response. */
  readonly status: number | null;
  readonly problem: Problem | null;
  /** Null without a valid `Retry-After`. */
  readonly retryAfterMs: number | null;
  readonly cause?: unknown;
}

export type HttpResult =
  | { readonly kind: 'ok'; readonly body: object; readonly headers: ResponseHeaders }
  | { readonly kind: 'not-modified'; readonly headers: ResponseHeaders }
  | Failure;

/** A response whose body was read completely. */
export interface RawResponse {
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly bytes: Uint8Array;
}

export function toHttpResult(response: RawResponse, nowMs: number): HttpResult {
  const { status, headers } = response;
  if (status === 304) return { kind: 'not-modified', headers };
  const body = bodyOf(response);
  if (status === 200 && body instanceof Error) return { ...noResponse('unreadable', body), status };
  if (status === 200) return { kind: 'ok', body, headers };
  const problem = isProblem(body) ? body : null;
  return {
    kind: 'failure',
    code: problem ? codeOf(problem) : 'unreadable',
    status,
    problem,
    retryAfterMs: retryAfterMs(headers, nowMs),
  };
}

/** A failure without a response that could be read. */
export function noResponse(
  code: 'unreachable' | 'no-token' | 'unreadable',
  cause: unknown,
): Failure {
  return { kind: 'failure', code, status: null, problem: null, retryAfterMs: null, cause };
}

function bodyOf({ headers, bytes }: RawResponse): object | Error {
  try {
    return parseBody(headers.get('content-type'), bytes);
  } catch (error) {
    return new Error('invalid response body', { cause: error });
  }
}

function isProblem(body: object): body is Problem {
  return 'type' in body && typeof body.type === 'string';
}

function codeOf({ type }: Problem): string {
  return type.slice(type.lastIndexOf('/') + 1);
}

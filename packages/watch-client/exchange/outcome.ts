import type { components } from '../questions/openapi.js';
import { readBody } from './read-body.js';
import { retryAfterMs } from './retry-after.js';

export type Problem = components['schemas']['Problem'];

/** A failure to answer. */
export interface Failure {
  readonly kind: 'failure';
  /**
   * The last part of the problem's `type` (`no-weather-here`); else `unreachable` (no answer within
   * the deadline), `no-token` (the token source failed), `unreadable` (not what the contract says).
   */
  readonly code: string;
  /** Null when no answer came. */
  readonly status: number | null;
  readonly problem: Problem | null;
  /** How long the service asks to be left alone; null when it does not say. */
  readonly retryAfterMs: number | null;
  readonly cause?: unknown;
}

/** What became of a question. */
export type ExchangeResult =
  | { readonly kind: 'news'; readonly body: object; readonly headers: Headers }
  | { readonly kind: 'unchanged'; readonly headers: Headers }
  | Failure;

/** An answer, read to its end. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

export function outcomeOf(reply: Reply, nowMs: number): ExchangeResult {
  const { status, headers } = reply;
  if (status === 304) return { kind: 'unchanged', headers };
  const body = bodyOf(reply);
  if (status === 200 && body instanceof Error) return { ...noAnswer('unreadable', body), status };
  if (status === 200) return { kind: 'news', body, headers };
  const problem = isProblem(body) ? body : null;
  return {
    kind: 'failure',
    code: problem ? codeOf(problem) : 'unreadable',
    status,
    problem,
    retryAfterMs: retryAfterMs(headers, nowMs),
  };
}

/** When there is nothing to read. */
export function noAnswer(code: 'unreachable' | 'no-token' | 'unreadable', cause: unknown): Failure {
  return { kind: 'failure', code, status: null, problem: null, retryAfterMs: null, cause };
}

function bodyOf({ headers, bytes }: Reply): object | Error {
  try {
    return readBody(headers.get('content-type'), bytes);
  } catch (error) {
    return new Error('the body cannot be read', { cause: error });
  }
}

function isProblem(body: object): body is Problem {
  return 'type' in body && typeof body.type === 'string';
}

function codeOf({ type }: Problem): string {
  return type.slice(type.lastIndexOf('/') + 1);
}

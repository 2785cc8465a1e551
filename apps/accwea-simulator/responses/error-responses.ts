import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import {
  uncacheableResponse,
  type SimulatedResponse,
} from '../../../packages/local-server/simulated-response.js';

const BUILD_ID = randomUUID();

/** The parts of a request that error bodies contain. */
export interface RequestContext {
  /** Absolute. The query may contain the key, as in the vendor's `Reference`. */
  readonly url: URL;
  readonly nowMs: number;
}

export interface ErrorText {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export const UNAUTHORIZED: ErrorText = {
  status: 401,
  code: 'Unauthorized',
  message: 'API authorization failed',
};

export const OUTSIDE_PLAN: ErrorText = {
  status: 403,
  code: 'Forbidden',
  message: 'Your subscription does not allow access to this endpoint',
};

/** `{Code, Message, Reference}` with a relative reference (facts, section 3). */
export function legacyError(
  { status, code, message }: ErrorText,
  { url }: RequestContext,
): SimulatedResponse {
  const body = { Code: code, Message: message, Reference: url.pathname + url.search };
  return uncacheableResponse(status, 'application/json', JSON.stringify(body));
}

/** The gateway of 2025: RFC 7807 plus the legacy fields (facts, section 3). */
export function problemError(
  { status, code, message }: ErrorText,
  { url, nowMs }: RequestContext,
): SimulatedResponse {
  const body = {
    type: `https://httpproblems.com/http-status/${status}`,
    title: STATUS_CODES[status],
    status,
    instance: url.pathname,
    trace: {
      timestamp: new Date(nowMs).toISOString(),
      requestId: randomUUID(),
      buildId: BUILD_ID,
    },
    Code: code,
    Message: message,
    Reference: url.href,
  };
  return uncacheableResponse(status, 'application/problem+json', JSON.stringify(body));
}

/** An invalid parameter or location key. */
export function badRequest(message: string, context: RequestContext): SimulatedResponse {
  return legacyError({ status: 400, code: '400', message }, context);
}

export function unknownRoute(context: RequestContext): SimulatedResponse {
  return legacyError({ status: 404, code: '404', message: 'Not Found' }, context);
}

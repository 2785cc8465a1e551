import type { Clock } from '@app/clock/clock.js';
import { isNestedDeeper } from '@app/json/nesting.js';
import type { LoadError } from '@app/load/load.error.js';
import type { Call } from '@app/resilience/call.js';
import type { CallGuard } from '@app/resilience/call-guard.js';
import { ProviderError } from '../provider.error.js';
import type { Provided } from '../weather-provider.js';
import type { UpstreamTransport } from './upstream.transport.js';
import { expiresInMs, lastModified, retryAfterMs, sentAtMs } from './upstream.headers.js';
import type { UpstreamRequest } from './upstream-request.js';
import type { UpstreamResponse } from './upstream-response.js';

/** The deepest responses of providers have 7 levels. */
const MAX_DEPTH = 32;

/** 203 is a 200 that something on the way changed, or of a version that its provider will end. */
const READABLE: ReadonlySet<number> = new Set([200, 203]);

/** What the guard needs to know of a request. */
export type CallRequest = Pick<
  UpstreamRequest<unknown>,
  'operation' | 'variant' | 'item' | 'priority' | 'allowance' | 'waiting' | 'key'
>;

/** Calls one provider through its guard, and classifies failures without quoting request or response. */
export class UpstreamClient {
  constructor(
    private readonly transport: UpstreamTransport,
    private readonly guard: CallGuard,
    private readonly clock: Clock,
  ) {}

  /** @throws LoadError: a ProviderError when the provider was called */
  request<T>(request: UpstreamRequest<T>): Promise<Provided<T>> {
    return this.guard.run(callOf(request), (signal) =>
      this.transport.send(request, signal, (response) =>
        providedBy(response, request, this.clock.nowMs()),
      ),
    );
  }

  /** Why the request would not be sent now, as far as this process knows; undefined = it would be. */
  refusalOf(request: CallRequest): LoadError | undefined {
    return this.guard.refusalOf(callOf(request));
  }
}

function callOf({ key, operation, variant, item, ...demand }: CallRequest): Call {
  const { priority, allowance, waiting } = demand;
  return { operation, variant, item, priority, allowance, waiting, credential: key };
}

/** The headers that state the rest of a quota are ignored: providers count different windows in them. */
function providedBy<T>(
  response: UpstreamResponse,
  request: UpstreamRequest<T>,
  nowMs: number,
): Provided<T> {
  const { headers, status } = response;
  const about = { status, lastModified: lastModified(headers) };
  const value = request.read(bodyOf(response, request), nowMs, sentAtMs(headers) ?? nowMs, about);
  return { value, expiresInMs: expiresInMs(headers) };
}

function bodyOf(
  { status, text, headers }: UpstreamResponse,
  { refuse }: UpstreamRequest<unknown>,
): unknown {
  const isEmpty = text.trim() === '';
  if (!READABLE.has(status)) {
    const body = isEmpty ? null : tryParse(text);
    const failure = refuse({ status, body, retryAfterMs: retryAfterMs(headers) });
    if (failure) throw failure;
    return undefined;
  }
  if (isEmpty) return undefined;
  const body = tryParse(text);
  if (body === undefined)
    throw new ProviderError('malformed', 'the body is not valid JSON, or nested too deep');
  return body;
}

/** Undefined for invalid JSON, and for JSON that is too deep to parse quickly. */
function tryParse(text: string): unknown {
  if (isNestedDeeper(text, MAX_DEPTH)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

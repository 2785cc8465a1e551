import type { AxiosResponse } from 'axios';
import type { Reply } from '@app/resilience/call.js';
import type { CallGuard } from '@app/resilience/call-guard.js';
import { ProviderError, type ProviderFault } from '../provider.error.js';
import type { Provided } from '../weather-provider.js';
import type { UpstreamTransport } from './upstream.transport.js';
import { expiresInMs, isUsedUp, retryAfterMs } from './upstream.headers.js';
import type { UpstreamRequest } from './upstream-request.js';

const QUOTA: ProviderFault = 'quota';

/** Calls one provider through its guard, and classifies failures without quoting request or response. */
export class UpstreamClient {
  constructor(
    private readonly transport: UpstreamTransport,
    private readonly guard: CallGuard,
  ) {}

  /** @throws LoadError: a ProviderError when the provider was called */
  request<T>(request: UpstreamRequest<T>): Promise<Provided<T>> {
    const { operation, priority, key } = request;
    return this.guard.run({ operation, priority, key }, (signal) =>
      this.transport.send(request, signal, (response) => replyOf(response, request)),
    );
  }
}

function replyOf<T>(
  response: AxiosResponse<string>,
  request: UpstreamRequest<T>,
): Reply<Provided<T>> {
  const value = request.read(bodyOf(response, request));
  const warning = isUsedUp(response.headers) ? QUOTA : undefined;
  return { value: { value, expiresInMs: expiresInMs(response.headers) }, warning };
}

function bodyOf(
  { status, data, headers }: AxiosResponse<string>,
  { refuse }: UpstreamRequest<unknown>,
): unknown {
  const isEmpty = data.trim() === '';
  if (status !== 200) {
    const body = isEmpty ? null : tryParse(data);
    const failure = refuse({ status, body, retryAfterMs: retryAfterMs(headers) });
    if (failure) throw failure;
    return undefined;
  }
  if (isEmpty) return undefined;
  const body = tryParse(data);
  if (body === undefined) throw new ProviderError('malformed', 'the body is not valid JSON');
  return body;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

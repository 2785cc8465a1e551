import type { AxiosResponse } from 'axios';
import type { Reply } from '@app/resilience/call.js';
import type { CallGuard } from '@app/resilience/call-guard.js';
import { ProviderError, type ProviderFault } from '../provider.error.js';
import type { Provided } from '../weather-provider.js';
import type { UpstreamTransport } from './upstream.transport.js';
import { expiresInMs, isUsedUp, retryAfterMs } from './upstream.headers.js';
import type { UpstreamRequest } from './upstream-request.js';

const QUOTA: ProviderFault = 'quota';

/** Asks one provider, as its guard allows, and names whatever goes wrong without quoting it. */
export class UpstreamClient {
  constructor(
    private readonly transport: UpstreamTransport,
    private readonly guard: CallGuard,
  ) {}

  /** @throws LoadError: a ProviderError when the provider was asked */
  request<T>(question: UpstreamRequest<T>): Promise<Provided<T>> {
    const { operation, priority, key } = question;
    return this.guard.run({ operation, priority, key }, (signal) =>
      this.transport.send(question, signal, (response) => replyOf(response, question)),
    );
  }
}

function replyOf<T>(
  response: AxiosResponse<string>,
  question: UpstreamRequest<T>,
): Reply<Provided<T>> {
  const value = question.read(bodyOf(response, question));
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
    const refused = refuse({ status, body, retryAfterMs: retryAfterMs(headers) });
    if (refused) throw refused;
    return undefined;
  }
  if (isEmpty) return undefined;
  const body = tryParse(data);
  if (body === undefined) throw new ProviderError('malformed', 'the body is no JSON');
  return body;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

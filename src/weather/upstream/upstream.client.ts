import type { AxiosResponse } from 'axios';
import type { Reply } from '@app/resilience/call.js';
import type { CallGuard } from '@app/resilience/call-guard.js';
import { ProviderError, type ProviderFault } from '../errors/provider.error.js';
import type { Provided } from '../weather-provider.js';
import type { UpstreamExchange } from './upstream.exchange.js';
import { expiresInMs, isUsedUp, retryAfterMs } from './upstream.headers.js';
import type { UpstreamQuestion } from './upstream-question.js';

const USED_UP: ProviderFault = 'quota';

/** Asks one provider, as its guard allows, and names whatever goes wrong without quoting it. */
export class UpstreamClient {
  constructor(
    private readonly exchange: UpstreamExchange,
    private readonly guard: CallGuard,
  ) {}

  /** @throws LoadError: a ProviderError when the provider was asked */
  ask<T>(question: UpstreamQuestion<T>): Promise<Provided<T>> {
    const { about: lane, priority, key } = question;
    return this.guard.run({ lane, priority, key }, (signal) =>
      this.exchange.make(question, signal, (response) => replyOf(response, question)),
    );
  }
}

function replyOf<T>(
  response: AxiosResponse<string>,
  question: UpstreamQuestion<T>,
): Reply<Provided<T>> {
  const value = question.read(bodyOf(response, question));
  const warning = isUsedUp(response.headers) ? USED_UP : undefined;
  return { value: { value, expiresInMs: expiresInMs(response.headers) }, warning };
}

function bodyOf(
  { status, data, headers }: AxiosResponse<string>,
  { refuse }: UpstreamQuestion<unknown>,
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

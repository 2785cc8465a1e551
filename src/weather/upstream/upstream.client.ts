import { HttpService } from '@nestjs/axios';
import { isAxiosError, type AxiosError, type AxiosResponse } from 'axios';
import type { Urgency } from '@app/read-through/urgency.js';
import type { CallGuard } from '@app/resilience/call-guard.js';
import { ProviderError, type ProviderFault } from '../errors/provider.error.js';
import type { Provided } from '../weather-provider.js';
import type { Refusal } from './refusal.js';
import { expiresInMs, isUsedUp, retryAfterMs } from './upstream.headers.js';

const LARGEST_ANSWER_BYTES = 2 * 1024 * 1024;

export interface UpstreamQuestion<T> {
  /** The lane of the guard, and what the log says was asked for. */
  readonly about: 'place' | 'conditions' | 'hourly' | 'daily' | 'alerts';
  /** Whole, without query. */
  readonly url: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly urgency: Urgency;
  /** The key that the question carries, if it carries one. */
  readonly key?: string;
  /** What an answer that is no 200 means; undefined when it is an answer that holds nothing. */
  readonly refuse: (refusal: Refusal) => ProviderError | undefined;
  /**
   * @param body parsed JSON; undefined for an answer that holds nothing
   * @throws ProviderError when the body makes no sense
   */
  readonly read: (body: unknown) => T;
}

const USED_UP: ProviderFault = 'quota';

/** Speaks HTTP with one provider, as its guard allows, and names whatever goes wrong without quoting it. */
export class UpstreamClient {
  constructor(
    private readonly http: HttpService,
    private readonly guard: CallGuard,
  ) {}

  /** @throws LoadError: a ProviderError when the provider was asked */
  ask<T>(question: UpstreamQuestion<T>): Promise<Provided<T>> {
    const { about: lane, urgency, key } = question;
    return this.guard.run({ lane, urgency, key }, async (signal) => {
      try {
        const response = await this.send(question, signal);
        const value = question.read(bodyOf(response, question));
        const warning = isUsedUp(response.headers) ? USED_UP : undefined;
        return { value: { value, expiresInMs: expiresInMs(response.headers) }, warning };
      } catch (error) {
        throw nameFailure(error);
      }
    });
  }

  private send(
    { url, parameters, headers }: UpstreamQuestion<unknown>,
    signal: AbortSignal,
  ): Promise<AxiosResponse<string>> {
    return this.http.axiosRef.get<string>(url, {
      params: parameters,
      headers,
      signal,
      responseType: 'text',
      // Bodies are parsed here, where "no JSON" is a case and not an exception with the URL in it.
      transformResponse: (text: string) => text,
      validateStatus: () => true,
      maxRedirects: 0,
      maxContentLength: LARGEST_ANSWER_BYTES,
      proxy: false,
    });
  }
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

/** Too large, or not packed as it says. Axios has one code for this and for a connection that broke. */
function isUnreadable(code: string, message: string): boolean {
  return code.startsWith('Z_') || message.startsWith('maxContentLength');
}

/** Axios errors carry the whole request, key included: only their code goes further. */
function nameFailure(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  if (!isAxiosError(error)) return new ProviderError('malformed', `unreadable: ${String(error)}`);
  const { code = 'unknown', message }: AxiosError = error;
  if (code === 'ERR_CANCELED') return new ProviderError('timeout', 'no answer in time');
  if (isUnreadable(code, message)) return new ProviderError('malformed', 'the body is unreadable');
  return new ProviderError('network', code);
}

import type { Urgency } from '@app/read-through/urgency.js';
import type { ProviderError } from '../provider.error.js';
import type { ErrorResponse } from './error-response.js';

/** What a provider is asked, and how its answer is to be understood. */
export interface UpstreamRequest<T> {
  /** The lane of the guard, and what the log says was asked for. */
  readonly operation: 'place' | 'conditions' | 'hourly' | 'daily' | 'alerts';
  /** Whole, without query. */
  readonly url: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly urgency: Urgency;
  /** The key that the question carries, if it carries one. */
  readonly key?: string;
  /** What an answer that is no 200 means; undefined when it is an answer that holds nothing. */
  readonly refuse: (refusal: ErrorResponse) => ProviderError | undefined;
  /**
   * @param body parsed JSON; undefined for an answer that holds nothing
   * @throws ProviderError when the body makes no sense
   */
  readonly read: (body: unknown) => T;
}

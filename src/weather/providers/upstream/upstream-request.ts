import type { Demand } from '@app/load/demand.js';
import type { DatasetName } from '../../datasets/registry.js';
import type { ProviderError } from '../provider.error.js';
import type { ErrorResponse } from './error-response.js';

/** What a response says besides its body. */
export interface ResponseFacts {
  readonly status: number;
  /** The `Last-Modified` header, as it was sent. */
  readonly lastModified: string | undefined;
}

/** A provider request, and how to interpret its response. */
export interface UpstreamRequest<T> extends Demand {
  /** The operation of the guard, in metrics and in the log. */
  readonly operation: 'place' | DatasetName;
  /** A form of the operation that the provider may refuse alone, such as a span of a forecast. */
  readonly variant?: string;
  /** The key of the place, or the position of a search: the centre of a cell. */
  readonly item: string;
  /** Absolute, without query. */
  readonly url: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The API key in the request, if any. */
  readonly key?: string;
  /** Classifies a response other than 200; undefined when it means an empty result. */
  readonly refuse: (response: ErrorResponse) => ProviderError | undefined;
  /**
   * @param body parsed JSON; undefined for an empty result
   * @param nowMs for the bounds of its instants
   * @param sentAtMs when the provider sent it, by its own clock (`Date`); ours where it does not say so
   * @param about the response besides its body
   * @throws ProviderError when the body is malformed
   */
  readonly read: (body: unknown, nowMs: number, sentAtMs: number, about: ResponseFacts) => T;
}

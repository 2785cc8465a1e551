import { Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { LoadError } from '@app/load/load.error.js';
import type { Provided } from '../weather-provider.js';
import type { ErrorResponse } from './error-response.js';
import { toFeedError } from './feed.faults.js';
import type { FeedOptions } from './feed.options.js';
import type { CallRequest, UpstreamClient } from './upstream.client.js';
import type { UpstreamRequest } from './upstream-request.js';

export interface FeedRequest<T> extends Pick<
  UpstreamRequest<T>,
  'operation' | 'item' | 'parameters' | 'priority' | 'allowance' | 'waiting'
> {
  /** Below the base URL. */
  readonly path: string;
  /** Whether an error response means that there is nothing; absent = none does. */
  readonly isNothing?: (response: ErrorResponse) => boolean;
  /** @param body parsed JSON; undefined for nothing */
  readonly read: (body: unknown, nowMs: number) => T;
}

/** The body of an answer that the feed may call unchanged. */
interface Kept {
  readonly lastModified: string;
  readonly text: string;
}

const MAX_KEPT = 1_000;
/** In UTF-16 code units, of all bodies. */
const MAX_KEPT_LENGTH = 4_000_000;
const NOT_MODIFIED = 304;
/** MET Norway answers it for a version that it will end. */
const DEPRECATED = 203;

/** Calls to an official feed: without a key, with a contact in the `User-Agent`, which the feeds require. */
export class FeedClient {
  private readonly logger = new Logger(FeedClient.name);
  private isDeprecationLogged = false;
  private readonly kept = new LRUCache<string, Kept>({
    max: MAX_KEPT,
    maxSize: MAX_KEPT_LENGTH,
    sizeCalculation: ({ text, lastModified }) => text.length + lastModified.length,
  });

  constructor(
    private readonly upstream: Pick<UpstreamClient, 'request' | 'refusalOf'>,
    private readonly options: FeedOptions,
  ) {}

  /** @throws LoadError: a ProviderError for every response other than a readable one, or one of nothing */
  request<T>({ path, isNothing, read, ...request }: FeedRequest<T>): Promise<Provided<T>> {
    const { url, userAgent } = this.options;
    const id = `${request.operation} ${request.item}`;
    const kept = this.kept.get(id);
    return this.upstream.request({
      ...request,
      url: url.replace(/\/$/, '') + path,
      headers: {
        'user-agent': userAgent,
        ...(kept && { 'if-modified-since': kept.lastModified }),
      },
      refuse: (response) => {
        const isUnchanged = kept !== undefined && response.status === NOT_MODIFIED;
        return isUnchanged || isNothing?.(response) ? undefined : toFeedError(response);
      },
      read: (body, nowMs, _sentAtMs, { status, lastModified }) => {
        if (status === NOT_MODIFIED && kept) return read(JSON.parse(kept.text), nowMs);
        if (status === DEPRECATED) this.logDeprecation();
        const value = read(body, nowMs);
        if (lastModified && body !== undefined) {
          this.kept.set(id, { lastModified, text: JSON.stringify(body) });
        }
        return value;
      },
    });
  }

  /** Why a request would not be sent now, as far as this process knows. */
  refusalOf(request: Pick<CallRequest, 'operation' | 'item'>): LoadError | undefined {
    return this.upstream.refusalOf({ ...request, priority: 'missing' });
  }

  /** Once, because it is true of every call until the next release. */
  private logDeprecation(): void {
    if (this.isDeprecationLogged) return;
    this.isDeprecationLogged = true;
    this.logger.warn(
      `${new URL(this.options.url).host} will end the version that is used: its data are still valid.`,
    );
  }
}

import { gunzipSync } from 'node:zlib';
import { request as sendRequest } from 'undici';
import type { CallTracer } from '@app/observability/traces/call-tracer.js';
import { ProviderError } from '../provider.error.js';
import { readBody } from './read-body.js';
import { LARGEST_RESPONSE_BYTES, RESPONSE_LIMIT_BYTES } from './response-limits.js';
import { upstreamDispatcher } from './upstream-dispatcher.js';
import { failureOf } from './upstream-failure.js';
import type { UpstreamRequest } from './upstream-request.js';
import type { UpstreamResponse } from './upstream-response.js';

/** Of status 1xx, before a response. Providers send none; a flood of them keeps the process busy until the deadline. */
const MAX_INFORMATIONAL = 10;
const ACCEPT = { accept: 'application/json', 'accept-encoding': 'gzip' };

/** Sends one HTTP request to a provider, without retries. */
export class UpstreamTransport {
  private readonly dispatcher = upstreamDispatcher(LARGEST_RESPONSE_BYTES);
  private readonly decoder = new TextDecoder();

  /** @param onBug receives errors of our own readers, which are not failures of the provider */
  constructor(
    private readonly tracer: CallTracer,
    private readonly onBug: (error: unknown) => void,
  ) {}

  /**
   * @param read interprets any response; its failure fails the call
   * @throws ProviderError, which quotes neither request nor response
   */
  send<T>(
    request: UpstreamRequest<unknown>,
    signal: AbortSignal,
    read: (response: UpstreamResponse) => T,
  ): Promise<T> {
    const { operation: dataset, url } = request;
    const attributes = { 'mfapi.dataset': dataset };
    const span = { name: `GET ${dataset}`, method: 'GET', url, attributes };
    return this.tracer.trace(span, async (call) => {
      const response = await this.get(request, signal);
      call.answered(response.status);
      return this.interpret(read, response);
    });
  }

  /** A bug in `read` fails the call, so that the watch gets a cached record or the fallback. */
  private interpret<T>(read: (response: UpstreamResponse) => T, response: UpstreamResponse): T {
    try {
      return read(response);
    } catch (error) {
      if (error instanceof ProviderError) throw error;
      this.onBug(error);
      throw new ProviderError('malformed', 'the response could not be read', undefined, {
        cause: error,
      });
    }
  }

  /** Redirects are not followed. */
  private async get(
    { operation, url, parameters, headers: own }: UpstreamRequest<unknown>,
    signal: AbortSignal,
  ): Promise<UpstreamResponse> {
    const { dispatcher } = this;
    try {
      const onInfo = atMost(MAX_INFORMATIONAL);
      const sent = { dispatcher, headers: { ...ACCEPT, ...own }, signal, onInfo };
      const target = url + queryOf(parameters);
      const { statusCode: status, headers, body } = await sendRequest(target, sent);
      const maxBytes = RESPONSE_LIMIT_BYTES[operation];
      const sentBytes = await readBody(body, maxBytes);
      const bytes = unzipped(sentBytes, headers['content-encoding'], maxBytes);
      const text = this.decoder.decode(bytes);
      return { status, headers, text };
    } catch (error) {
      throw failureOf(error, signal);
    }
  }
}

/** Counts informational responses; undici ends the request with what it throws. */
function atMost(max: number): () => void {
  let count = 0;
  return () => {
    count += 1;
    if (count > max) throw new ProviderError('malformed', 'too many informational responses');
  };
}

/**
 * At once: the few kilobytes of a body take less time than handing them to another thread.
 * @throws ProviderError, or an error of zlib with a code
 */
function unzipped(bytes: Uint8Array, encoding: unknown, maxBytes: number): Uint8Array {
  if (encoding === undefined || encoding === 'identity') return bytes;
  if (encoding !== 'gzip') throw new ProviderError('malformed', 'unknown content encoding');
  return gunzipSync(bytes, { maxOutputLength: maxBytes });
}

/**
 * With its question mark; empty without parameters. Commas stay, as in the vendors' examples (RFC 3986 section 3.4
 * permits them).
 */
function queryOf(parameters: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(parameters).toString().replaceAll('%2C', ',');
  return query && `?${query}`;
}

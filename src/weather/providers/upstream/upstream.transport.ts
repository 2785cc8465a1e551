import { HttpService } from '@nestjs/axios';
import { isAxiosError, type AxiosError, type AxiosResponse } from 'axios';
import type { CallTracer } from '@app/observability/traces/call-tracer.js';
import { ProviderError } from '../provider.error.js';
import type { UpstreamRequest } from './upstream-request.js';

const MAX_RESPONSE_BYTES = 2 * 1024 * 1024;

/** Sends one HTTP request to a provider, without retries. */
export class UpstreamTransport {
  /** @param onBug receives errors of our own readers, which are not failures of the provider */
  constructor(
    private readonly http: HttpService,
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
    read: (response: AxiosResponse<string>) => T,
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
  private interpret<T>(
    read: (response: AxiosResponse<string>) => T,
    response: AxiosResponse<string>,
  ): T {
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

  private async get(
    { url, parameters, headers }: UpstreamRequest<unknown>,
    signal: AbortSignal,
  ): Promise<AxiosResponse<string>> {
    const response = this.http.axiosRef.get<string>(url, {
      params: parameters,
      headers: { ...headers },
      signal,
      responseType: 'text',
      // The caller parses the body: axios would throw for invalid JSON, in an error that contains the URL.
      transformResponse: (text: string) => text,
      validateStatus: () => true,
      maxRedirects: 0,
      maxContentLength: MAX_RESPONSE_BYTES,
      proxy: false,
    });
    return response.catch((error: unknown) => {
      throw classifyFailure(error);
    });
  }
}

/** Too large, or invalid compression. Axios has one code for this and for a broken connection. */
function isUnreadable(code: string, message: string): boolean {
  return code.startsWith('Z_') || message.startsWith('maxContentLength');
}

/** Axios errors contain the whole request with the key: only their code is passed on. */
function classifyFailure(error: unknown): ProviderError {
  if (!isAxiosError(error)) return new ProviderError('network', 'unknown');
  const { code = 'unknown', message }: AxiosError = error;
  if (code === 'ERR_CANCELED') return new ProviderError('timeout', 'no answer in time');
  if (isUnreadable(code, message)) return new ProviderError('malformed', 'the body is unreadable');
  return new ProviderError('network', code);
}

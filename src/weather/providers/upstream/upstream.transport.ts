import { HttpService } from '@nestjs/axios';
import { isAxiosError, type AxiosError, type AxiosResponse } from 'axios';
import type { CallTracer, TracedCall } from '@app/observability/traces/call-tracer.js';
import { ProviderError } from '../provider.error.js';
import type { UpstreamRequest } from './upstream-request.js';

const MAX_RESPONSE_BYTES = 2 * 1024 * 1024;

/** One question on its way to a provider and back, once. */
export class UpstreamTransport {
  /** @param onBug told of what is no failure of the provider, but of ours to read its answer */
  constructor(
    private readonly http: HttpService,
    private readonly tracer: CallTracer,
    private readonly onBug: (error: unknown) => void,
  ) {}

  /**
   * @param read makes sense of whatever is answered; that it cannot is the call's failure, too
   * @throws ProviderError, which quotes neither question nor answer
   */
  send<T>(
    question: UpstreamRequest<unknown>,
    signal: AbortSignal,
    read: (response: AxiosResponse<string>) => T,
  ): Promise<T> {
    const { operation: dataset, url } = question;
    const attributes = { 'mfapi.dataset': dataset };
    const about = { name: `GET ${dataset}`, method: 'GET', url, attributes };
    return this.tracer.trace(about, async (call) => {
      const response = await this.get(question, call, signal);
      call.answered(response.status);
      return this.interpret(read, response);
    });
  }

  /** A bug in it is the call's failure for the watch, which then gets a copy, or the fall-back's answer. */
  private interpret<T>(
    read: (response: AxiosResponse<string>) => T,
    response: AxiosResponse<string>,
  ): T {
    try {
      return read(response);
    } catch (error) {
      if (error instanceof ProviderError) throw error;
      this.onBug(error);
      throw new ProviderError('malformed', 'our reading of it failed', undefined, { cause: error });
    }
  }

  private async get(
    { url, parameters, headers }: UpstreamRequest<unknown>,
    call: TracedCall,
    signal: AbortSignal,
  ): Promise<AxiosResponse<string>> {
    const asking = this.http.axiosRef.get<string>(url, {
      params: parameters,
      headers: { ...headers, ...call.headers },
      signal,
      responseType: 'text',
      // Bodies are parsed by whoever asks, where "no JSON" is a case and not an exception with the URL in it.
      transformResponse: (text: string) => text,
      validateStatus: () => true,
      maxRedirects: 0,
      maxContentLength: MAX_RESPONSE_BYTES,
      proxy: false,
    });
    return asking.catch((error: unknown) => {
      throw classifyFailure(error);
    });
  }
}

/** Too large, or not packed as it says. Axios has one code for this and for a connection that broke. */
function isUnreadable(code: string, message: string): boolean {
  return code.startsWith('Z_') || message.startsWith('maxContentLength');
}

/** Axios errors carry the whole request, key included: only their code goes further. */
function classifyFailure(error: unknown): ProviderError {
  if (!isAxiosError(error)) return new ProviderError('network', 'unknown');
  const { code = 'unknown', message }: AxiosError = error;
  if (code === 'ERR_CANCELED') return new ProviderError('timeout', 'no answer in time');
  if (isUnreadable(code, message)) return new ProviderError('malformed', 'the body is unreadable');
  return new ProviderError('network', code);
}

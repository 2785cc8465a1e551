import { HttpService } from '@nestjs/axios';
import { Injectable, Logger } from '@nestjs/common';
import { isAxiosError, type AxiosResponse } from 'axios';
import { ProviderError, type ProviderFault } from '../errors/provider.error.js';
import { toProviderError } from './accwea.faults.js';
import { expiresInMs, retryAfterMs } from './accwea.headers.js';
import { AccweaOptions } from './accwea.options.js';

const ANSWER_WITHIN_MS = 2_000;
const LARGEST_ANSWER_BYTES = 2 * 1024 * 1024;

export interface AccweaAnswer {
  /** Parsed JSON; undefined for an empty body or a 404. */
  readonly body: unknown;
  readonly expiresInMs: number | undefined;
}

/** Speaks HTTP with AccuWeather, and names whatever goes wrong without quoting it. */
@Injectable()
export class AccweaClient {
  private readonly logger = new Logger(AccweaClient.name);
  private lastOutcome: ProviderFault | 'well' = 'well';

  constructor(
    private readonly http: HttpService,
    private readonly options: AccweaOptions,
  ) {}

  /**
   * @param path below the base URL
   * @throws ProviderError on anything but a readable 200 or a 404
   */
  async get(path: string, parameters: Readonly<Record<string, string>>): Promise<AccweaAnswer> {
    try {
      const answer = read(await this.send(path, parameters));
      this.note('well');
      return answer;
    } catch (error) {
      const named = nameFailure(error);
      this.note(named.fault, named);
      throw named;
    }
  }

  private send(
    path: string,
    parameters: Readonly<Record<string, string>>,
  ): Promise<AxiosResponse<string>> {
    const { url, token, auth } = this.options;
    const key = token.reveal();
    return this.http.axiosRef.get<string>(url.replace(/\/$/, '') + path, {
      params: auth === 'query' ? { ...parameters, apikey: key } : parameters,
      headers: auth === 'bearer' ? { authorization: `Bearer ${key}` } : {},
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      responseType: 'text',
      // Bodies are parsed here, where "no JSON" is a case and not an exception with the URL in it.
      transformResponse: (text: string) => text,
      validateStatus: () => true,
      maxRedirects: 0,
      maxContentLength: LARGEST_ANSWER_BYTES,
      proxy: false,
    });
  }

  /** One line when the state changes, not one per call. */
  private note(outcome: ProviderFault | 'well', error?: ProviderError): void {
    if (outcome === this.lastOutcome) return;
    this.lastOutcome = outcome;
    if (!error) this.logger.log('AccuWeather answers again.');
    else if (outcome === 'unauthorized') {
      this.logger.error('AccuWeather refuses the key: replace ACCWEA_TOKEN.');
    } else this.logger.warn(`AccuWeather does not answer: ${outcome} (${error.message}).`);
  }
}

function read({ status, data, headers }: AxiosResponse<string>): AccweaAnswer {
  if (status === 404) return { body: undefined, expiresInMs: undefined };
  if (status !== 200) {
    throw toProviderError({ status, body: tryParse(data), retryAfterMs: retryAfterMs(headers) });
  }
  if (data.trim() === '') return { body: undefined, expiresInMs: expiresInMs(headers) };
  const body = tryParse(data);
  if (body === undefined) throw new ProviderError('malformed', 'the body is no JSON');
  return { body, expiresInMs: expiresInMs(headers) };
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Axios errors carry the whole request, key included: only their code goes further. */
function nameFailure(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  const code = isAxiosError(error) ? (error.code ?? 'unknown') : 'unknown';
  if (code === 'ERR_CANCELED') {
    return new ProviderError('timeout', `no answer within ${ANSWER_WITHIN_MS} ms`);
  }
  if (code === 'ERR_BAD_RESPONSE') return new ProviderError('malformed', 'the body is unreadable');
  return new ProviderError('network', code);
}

import { HttpService } from '@nestjs/axios';
import { Injectable, Logger } from '@nestjs/common';
import { isAxiosError, type AxiosError, type AxiosResponse } from 'axios';
import { ProviderError, type ProviderFault } from '../errors/provider.error.js';
import type { Provided } from '../weather-provider.js';
import { toProviderError } from './accwea.faults.js';
import { expiresInMs, retryAfterMs } from './accwea.headers.js';
import { AccweaOptions } from './accwea.options.js';

const ANSWER_WITHIN_MS = 2_000;
const LARGEST_ANSWER_BYTES = 2 * 1024 * 1024;

export interface AccweaQuestion<T> {
  /** In the log. */
  readonly about: string;
  /** Below the base URL. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  /**
   * @param body parsed JSON; undefined for an empty body or a 404
   * @throws ProviderError when the body makes no sense
   */
  readonly read: (body: unknown) => T;
}

type Outcome = ProviderFault | 'well';

/** Speaks HTTP with AccuWeather, and names whatever goes wrong without quoting it. */
@Injectable()
export class AccweaClient {
  private readonly logger = new Logger(AccweaClient.name);
  /** By what was asked: a plan may hold the one and not the other. */
  private readonly lastOutcomes = new Map<string, Outcome>();

  constructor(
    private readonly http: HttpService,
    private readonly options: AccweaOptions,
  ) {}

  /** @throws ProviderError on anything but a 200 or 404 that the question can read */
  async ask<T>(question: AccweaQuestion<T>): Promise<Provided<T>> {
    const { about, read } = question;
    try {
      const response = await this.send(question);
      const value = read(bodyOf(response));
      this.note(about, 'well');
      return { value, expiresInMs: expiresInMs(response.headers) };
    } catch (error) {
      const named = nameFailure(error);
      this.note(about, named.fault, named);
      throw named;
    }
  }

  private send({ path, parameters }: AccweaQuestion<unknown>): Promise<AxiosResponse<string>> {
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
  private note(about: string, outcome: Outcome, error?: ProviderError): void {
    if (outcome === (this.lastOutcomes.get(about) ?? 'well')) return;
    this.lastOutcomes.set(about, outcome);
    if (!error) this.logger.log(`AccuWeather answers again (${about}).`);
    else if (outcome === 'unauthorized') {
      this.logger.error(`AccuWeather refuses the key: replace ACCWEA_TOKEN (${about}).`);
    } else {
      this.logger.warn(`AccuWeather does not answer: ${outcome} (${about}, ${error.message}).`);
    }
  }
}

function bodyOf({ status, data, headers }: AxiosResponse<string>): unknown {
  if (status === 404 && isVendors(data)) return undefined;
  if (status !== 200) {
    throw toProviderError({ status, body: tryParse(data), retryAfterMs: retryAfterMs(headers) });
  }
  if (data.trim() === '') return undefined;
  const body = tryParse(data);
  if (body === undefined) throw new ProviderError('malformed', 'the body is no JSON');
  return body;
}

/** A 404 of a proxy, or at a wrong base URL, is a page; the vendor's is JSON or empty. */
function isVendors(data: string): boolean {
  return data.trim() === '' || tryParse(data) !== undefined;
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
  if (code === 'ERR_CANCELED') {
    return new ProviderError('timeout', `no answer within ${ANSWER_WITHIN_MS} ms`);
  }
  if (isUnreadable(code, message)) return new ProviderError('malformed', 'the body is unreadable');
  return new ProviderError('network', code);
}

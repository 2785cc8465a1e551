import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { plainAnswer, type SimulatedResponse } from '../../packages/local-server/answer.js';
import {
  breakConnection,
  isConnectionFault,
} from '../../packages/local-server/connection-faults.js';
import { LocalServer, type ListenOptions } from '../../packages/local-server/local-server.js';
import { sendAnswer } from '../../packages/local-server/send-answer.js';
import { withWrongTypes } from '../../packages/local-server/wrong-types.js';
import { FAULT_KINDS, refusal, type FaultKind, type Manifestation } from './fault-kinds.js';
import { forecast } from './forecast.js';
import { BadRequest } from './query.js';

export interface OpenMeteoSimulatorOptions extends ListenOptions {
  /** What `apikey` must be; without one every call is good, as on the free host. */
  readonly key?: string | undefined;
  /** Epoch milliseconds; the weather follows it. */
  readonly now?: (() => number) | undefined;
}

/** Speaks Open-Meteo's protocol over made-up weather: for development and tests. */
export class OpenMeteoSimulator {
  /** Spoils every call while it is set. */
  fault: FaultKind | undefined;
  /** Every answer waits this long. */
  latencyMs = 0;
  private asked: string[] = [];
  private readonly now: () => number;
  private readonly server: LocalServer;

  constructor(private readonly options: OpenMeteoSimulatorOptions = {}) {
    this.now = options.now ?? Date.now;
    this.server = new LocalServer(options);
  }

  /** The queries of all calls since the start or the last reset, in their order. */
  get calls(): readonly string[] {
    return this.asked;
  }

  resetCalls(): void {
    this.asked = [];
  }

  /** Resolves once it listens; rejects when the port is taken. */
  async start(): Promise<{ url: string }> {
    return {
      url: await this.server.start(
        () =>
          (...exchange) =>
            this.serve(...exchange),
      ),
    };
  }

  /** Cuts open connections; harmless when not started or already stopped. */
  stop(): Promise<void> {
    return this.server.stop();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname !== '/v1/forecast') {
      const { status, type, body } = FAULT_KINDS['404'];
      return sendAnswer(request, response, plainAnswer(status, type, body), {
        'Content-Type': type,
      });
    }
    this.asked.push(url.search.slice(1));
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const { fault, latencyMs } = this;
    if (latencyMs > 0) await delay(latencyMs, undefined, { signal: gone.signal });
    const answer = spoilt(fault, this.answer(url.searchParams));
    const headers = { 'Content-Type': answer.contentType, ...answer.headers };
    if (isConnectionFault(fault)) {
      await breakConnection(fault, response, answer, headers, gone.signal);
    } else await sendAnswer(request, response, answer, headers);
  }

  private answer(query: URLSearchParams): SimulatedResponse {
    const { key } = this.options;
    if (key !== undefined && query.get('apikey') === null) return shown(FAULT_KINDS['401']);
    if (key !== undefined && query.get('apikey') !== key) return shown(FAULT_KINDS['400-key']);
    try {
      const body = JSON.stringify(forecast(query, this.now()));
      return plainAnswer(200, 'application/json; charset=utf-8', body);
    } catch (error) {
      if (error instanceof BadRequest) return shown(refusal(400, error.message));
      throw error;
    }
  }
}

function shown({
  status,
  type,
  body,
}: Manifestation & { readonly shows: 'body' }): SimulatedResponse {
  return plainAnswer(status, type, body);
}

function spoilt(kind: FaultKind | undefined, good: SimulatedResponse): SimulatedResponse {
  if (!kind) return good;
  const manifestation: Manifestation = FAULT_KINDS[kind];
  switch (manifestation.shows) {
    case 'body':
      return shown(manifestation);
    case 'cut-json':
      return { ...good, body: good.body.slice(0, good.body.length / 2) };
    case 'wrong-types':
      return { ...good, body: JSON.stringify(withWrongTypes(JSON.parse(good.body))) };
    case 'redirect':
      return { ...plainAnswer(302, 'text/html', ''), headers: { Location: 'http://localhost:1/' } };
    case 'reset':
    case 'hang':
    case 'drip':
    case 'huge':
      return good;
  }
}

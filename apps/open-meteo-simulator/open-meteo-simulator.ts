import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import {
  uncacheableResponse,
  type SimulatedResponse,
} from '../../packages/local-server/simulated-response.js';
import {
  applyConnectionFault,
  isConnectionFault,
} from '../../packages/local-server/connection-faults.js';
import { LocalServer, type ListenOptions } from '../../packages/local-server/local-server.js';
import { sendResponse } from '../../packages/local-server/send-response.js';
import { withValues } from '../../packages/local-server/with-values.js';
import { withWrongTypes } from '../../packages/local-server/wrong-types.js';
import { FAULT_KINDS, errorBody, type FaultKind, type FaultEffect } from './fault-kinds.js';
import { forecast } from './forecast.js';
import { BadRequest } from './query.js';

export interface OpenMeteoSimulatorOptions extends ListenOptions {
  /** The required `apikey`; undefined accepts every call, as the free host does. */
  readonly key?: string | undefined;
  /** Epoch milliseconds; the weather follows it. */
  readonly now?: (() => number) | undefined;
}

/** Implements Open-Meteo's protocol with simulated weather, for development and tests. */
export class OpenMeteoSimulator {
  /** Applies to every call while it is set. */
  fault: FaultKind | undefined;
  /** Values of every correct response, by path, such as `daily.uv_index_max`. */
  values: Readonly<Record<string, unknown>> = {};
  /** Delay of every response. */
  latencyMs = 0;
  private queries: string[] = [];
  private readonly now: () => number;
  private readonly server: LocalServer;

  constructor(private readonly options: OpenMeteoSimulatorOptions = {}) {
    this.now = options.now ?? Date.now;
    this.server = new LocalServer(options);
  }

  /** The queries of all calls since the start or the last reset, in order. */
  get calls(): readonly string[] {
    return this.queries;
  }

  resetCalls(): void {
    this.queries = [];
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

  /** Destroys open connections; does nothing when not started or already stopped. */
  stop(): Promise<void> {
    return this.server.stop();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname !== '/v1/forecast') {
      const { status, type, body } = FAULT_KINDS['404'];
      return sendResponse(request, response, uncacheableResponse(status, type, body), {
        'Content-Type': type,
      });
    }
    this.queries.push(url.search.slice(1));
    const closed = new AbortController();
    response.once('close', () => closed.abort());
    const { fault, latencyMs } = this;
    if (latencyMs > 0) await delay(latencyMs, undefined, { signal: closed.signal });
    const simulated = faultyResponse(
      effectiveFault(fault, url.searchParams),
      this.correctResponse(url.searchParams),
    );
    const headers = { 'Content-Type': simulated.contentType, ...simulated.headers };
    if (isConnectionFault(fault)) {
      await applyConnectionFault(fault, response, simulated, headers, closed.signal);
    } else await sendResponse(request, response, simulated, headers);
  }

  private correctResponse(query: URLSearchParams): SimulatedResponse {
    const { key } = this.options;
    if (key !== undefined && query.get('apikey') === null) return toResponse(FAULT_KINDS['401']);
    if (key !== undefined && query.get('apikey') !== key) return toResponse(FAULT_KINDS['400-key']);
    try {
      const body = JSON.stringify(withValues(forecast(query, this.now()), this.values));
      return uncacheableResponse(200, 'application/json; charset=utf-8', body);
    } catch (error) {
      if (error instanceof BadRequest) return toResponse(errorBody(400, error.message));
      throw error;
    }
  }
}

function toResponse({
  status,
  type,
  body,
}: FaultEffect & { readonly effect: 'body' }): SimulatedResponse {
  return uncacheableResponse(status, type, body);
}

/** The vendor finds a zone by the position that its own server may not know. */
function effectiveFault(
  fault: FaultKind | undefined,
  query: URLSearchParams,
): FaultKind | undefined {
  return fault === '400-auto-zone' && query.get('timezone') === 'auto' ? '400' : fault;
}

function faultyResponse(
  kind: FaultKind | undefined,
  correct: SimulatedResponse,
): SimulatedResponse {
  if (!kind) return correct;
  const faultEffect: FaultEffect = FAULT_KINDS[kind];
  switch (faultEffect.effect) {
    case 'body':
      return toResponse(faultEffect);
    case 'cut-json':
      return { ...correct, body: correct.body.slice(0, correct.body.length / 2) };
    case 'wrong-types':
      return { ...correct, body: JSON.stringify(withWrongTypes(JSON.parse(correct.body))) };
    case 'redirect':
      return {
        ...uncacheableResponse(302, 'text/html', ''),
        headers: { Location: 'http://localhost:1/' },
      };
    case 'refuse-auto-zone':
    case 'reset':
    case 'hang':
    case 'drip':
    case 'huge':
      return correct;
  }
}

import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { SimulatedResponse } from '../../packages/local-server/answer.js';
import {
  breakConnection,
  isConnectionFault,
} from '../../packages/local-server/connection-faults.js';
import { LocalServer, type ListenOptions } from '../../packages/local-server/local-server.js';
import { sendAnswer } from '../../packages/local-server/send-answer.js';
import { isAdminPath, serveAdmin } from './admin/admin.js';
import {
  problemError,
  UNAUTHORIZED,
  unknownRoute,
  type RequestContext,
} from './answers/error-answers.js';
import { weatherAnswer } from './answers/weather-answer.js';
import { FAULT_KINDS } from './faults/fault-kinds.js';
import { FaultSwitch } from './faults/fault-switch.js';
import type { Fault } from './faults/fault.js';
import { faultyAnswer } from './faults/spoilt-answer.js';
import { hasKey } from './server/api-key.js';
import { CallCounter, type Calls } from './server/call-counter.js';
import { callOf, type Call, type Endpoint } from './server/call.js';
import { headersOf } from './server/headers.js';
import { DEFAULT_SETTINGS, type Settings } from './server/settings.js';

export interface AccweaSimulatorOptions extends ListenOptions {
  readonly key?: string | undefined;
  /** Epoch milliseconds; weather, dates and freshness follow it. */
  readonly now?: (() => number) | undefined;
}

/** Speaks AccuWeather's protocol over made-up weather: for development and tests. */
export class AccweaSimulator {
  /** May be changed at any time. */
  readonly settings: Settings;
  private readonly counter = new CallCounter();
  private readonly lastHeaders = new Map<Endpoint, IncomingHttpHeaders>();
  private readonly faults = new FaultSwitch();
  private readonly now: () => number;
  private readonly server: LocalServer;

  constructor(options: AccweaSimulatorOptions = {}) {
    this.settings = { ...DEFAULT_SETTINGS, key: options.key ?? DEFAULT_SETTINGS.key };
    this.now = options.now ?? Date.now;
    this.server = new LocalServer(options);
  }

  get fault(): Fault | undefined {
    return this.faults.current;
  }
  set fault(fault: Fault | undefined) {
    this.faults.set(fault);
  }

  get latencyMs(): number {
    return this.settings.latencyMs;
  }
  set latencyMs(latencyMs: number) {
    this.settings.latencyMs = latencyMs;
  }

  /** Billed calls since the start or the last reset. */
  get calls(): Calls {
    return this.counter.snapshot();
  }

  resetCalls(): void {
    this.counter.reset();
  }

  /** What the last call to an endpoint brought. */
  headersOfLast(endpoint: Endpoint): IncomingHttpHeaders | undefined {
    return this.lastHeaders.get(endpoint);
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
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    if (isAdminPath(url)) return serveAdmin(request, response, url, this);
    const call = callOf(request.method ?? '', url);
    if (call) return this.serveCall(call, url, request, response);
    const answer = unknownRoute({ url, nowMs: this.now() });
    return sendAnswer(request, response, answer, headersOf(answer, this.now(), this.settings));
  }

  private async serveCall(
    call: Call,
    url: URL,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    this.counter.count(call);
    this.lastHeaders.set(call.endpoint, request.headers);
    const fault = this.faults.take(call.endpoint);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const { latencyMs } = this.settings;
    if (latencyMs > 0) await delay(latencyMs, undefined, { signal: gone.signal });

    const asked: RequestContext = { url, nowMs: this.now() };
    const good = this.answer(call, asked, request);
    const answer = fault ? faultyAnswer(fault, good, asked) : good;
    const headers = headersOf(answer, asked.nowMs, this.settings);
    const shows = fault && FAULT_KINDS[fault.kind].shows;
    if (isConnectionFault(shows)) {
      await breakConnection(shows, response, answer, headers, gone.signal);
    } else await sendAnswer(request, response, answer, headers);
  }

  private answer(call: Call, asked: RequestContext, request: IncomingMessage): SimulatedResponse {
    if (!hasKey(request, asked.url, this.settings.key)) return problemError(UNAUTHORIZED, asked);
    return weatherAnswer(call, asked, this.settings);
  }
}

import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { SimulatedResponse } from '../../packages/local-server/simulated-response.js';
import {
  applyConnectionFault,
  isConnectionFault,
} from '../../packages/local-server/connection-faults.js';
import { LocalServer, type ListenOptions } from '../../packages/local-server/local-server.js';
import { sendResponse } from '../../packages/local-server/send-response.js';
import { isAdminPath, serveAdmin } from './admin/admin.js';
import {
  problemError,
  UNAUTHORIZED,
  unknownRoute,
  type RequestContext,
} from './responses/error-responses.js';
import { weatherResponse } from './responses/weather-response.js';
import { FAULT_KINDS } from './faults/fault-kinds.js';
import { FaultSwitch } from './faults/fault-switch.js';
import type { Fault } from './faults/fault.js';
import { faultyResponse } from './faults/faulty-response.js';
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

/** Implements AccuWeather's protocol with simulated weather, for development and tests. */
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

  /** Request headers of the last call to an endpoint. */
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

  /** Destroys open connections; does nothing when not started or already stopped. */
  stop(): Promise<void> {
    return this.server.stop();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    if (isAdminPath(url)) return serveAdmin(request, response, url, this);
    const call = callOf(request.method ?? '', url);
    if (call) return this.serveCall(call, url, request, response);
    const notFound = unknownRoute({ url, nowMs: this.now() });
    return sendResponse(
      request,
      response,
      notFound,
      headersOf(notFound, this.now(), this.settings),
    );
  }

  private async serveCall(
    call: Call,
    url: URL,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    this.counter.count(call);
    this.lastHeaders.set(call.endpoint, request.headers);
    const fault = this.faults.take(call);
    const closed = new AbortController();
    response.once('close', () => closed.abort());
    const { latencyMs } = this.settings;
    if (latencyMs > 0) await delay(latencyMs, undefined, { signal: closed.signal });

    const context: RequestContext = { url, nowMs: this.now() };
    const correct = this.correctResponse(call, context, request);
    const simulated = fault ? faultyResponse(fault, correct, context) : correct;
    const headers = headersOf(simulated, context.nowMs, this.settings);
    const effect = fault && FAULT_KINDS[fault.kind].effect;
    if (isConnectionFault(effect)) {
      await applyConnectionFault(effect, response, simulated, headers, closed.signal);
    } else await sendResponse(request, response, simulated, headers);
  }

  private correctResponse(
    call: Call,
    context: RequestContext,
    request: IncomingMessage,
  ): SimulatedResponse {
    if (!hasKey(request, context.url, this.settings.key)) {
      return problemError(UNAUTHORIZED, context);
    }
    return weatherResponse(call, context, this.settings);
  }
}

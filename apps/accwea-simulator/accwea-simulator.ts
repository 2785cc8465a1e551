import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from './faults/fault.js';
import { FaultSwitch } from './faults/fault-switch.js';
import { spoilConnection } from './faults/spoilt-connection.js';
import { spoiltAnswer } from './faults/spoilt-answer.js';
import { isAdminPath, serveAdmin } from './admin/admin.js';
import type { Answer } from './answers/answer.js';
import { hasKey } from './server/api-key.js';
import { callOf, type Call, type Endpoint } from './server/call.js';
import { CallCounter, type Calls } from './server/call-counter.js';
import { problemError, UNAUTHORIZED, unknownRoute, type Asked } from './answers/error-answers.js';
import { headersOf, send } from './server/send.js';
import { DEFAULT_SETTINGS, type Settings } from './server/settings.js';
import { weatherAnswer } from './answers/weather-answer.js';

/** Longer than any client keeps an idle connection: the simulator must not be the one that races. */
const KEEP_ALIVE_MS = 120_000;

export interface AccweaSimulatorOptions {
  readonly key?: string | undefined;
  /** Epoch milliseconds; weather, dates and freshness follow it. */
  readonly now?: (() => number) | undefined;
  /** 0, the default, takes a free port and keeps it over a restart. */
  readonly port?: number | undefined;
  readonly host?: string | undefined;
}

/** Speaks AccuWeather's protocol over made-up weather: for development and tests. */
export class AccweaSimulator {
  /** May be changed at any time. */
  readonly settings: Settings;
  private readonly counter = new CallCounter();
  private readonly lastHeaders = new Map<Endpoint, IncomingHttpHeaders>();
  private readonly faults = new FaultSwitch();
  private readonly now: () => number;
  private server: Server | undefined;
  private port: number;

  constructor(private readonly options: AccweaSimulatorOptions = {}) {
    this.settings = { ...DEFAULT_SETTINGS, key: options.key ?? DEFAULT_SETTINGS.key };
    this.now = options.now ?? Date.now;
    this.port = options.port ?? 0;
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
    const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
      // A client that goes away aborts whatever was under way for it.
      this.serve(request, response).catch(() => response.destroy());
    });
    server.listen(this.port, this.options.host ?? '127.0.0.1');
    await once(server, 'listening');
    this.server = server;
    const address = server.address() as AddressInfo;
    this.port = address.port;
    return { url: urlOf(address) };
  }

  /** Cuts open connections; harmless when not started or already stopped. */
  async stop(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    if (isAdminPath(url)) return serveAdmin(request, response, url, this);
    const call = callOf(request.method ?? '', url);
    if (call) return this.serveCall(call, url, request, response);
    const answer = unknownRoute({ url, nowMs: this.now() });
    return send(request, response, answer, headersOf(answer, this.now(), this.settings));
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

    const asked: Asked = { url, nowMs: this.now() };
    const good = this.answer(call, asked, request);
    const answer = fault ? spoiltAnswer(fault, good, asked) : good;
    const headers = headersOf(answer, asked.nowMs, this.settings);
    if (fault && (await spoilConnection(fault, response, answer, headers, gone.signal))) return;
    await send(request, response, answer, headers);
  }

  private answer(call: Call, asked: Asked, request: IncomingMessage): Answer {
    if (!hasKey(request, asked.url, this.settings.key)) return problemError(UNAUTHORIZED, asked);
    return weatherAnswer(call, asked, this.settings);
  }
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

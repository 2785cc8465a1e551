import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  applyConnectionFault,
  isConnectionFault,
  type ConnectionFault,
} from '../../packages/local-server/connection-faults.js';
import { LocalServer, type ListenOptions } from '../../packages/local-server/local-server.js';
import { sendResponse } from '../../packages/local-server/send-response.js';
import { FAULT_KINDS, type FaultKind } from './fault-kinds.js';
import { page, type FeedCall } from './feed-answer.js';
import { metNorway } from './met-norway.js';
import { nws } from './nws.js';
import type { SimulatedAlert } from './simulated-alert.js';

export interface AlertFeedsSimulatorOptions extends ListenOptions {
  /** Epoch milliseconds; for the expiry of answers. */
  readonly now?: (() => number) | undefined;
}

/** Implements the protocols of the official alert feeds, at one address: their paths differ. */
export class AlertFeedsSimulator {
  /** In force, or not: a feed sends those whose area holds the point. */
  alerts: readonly SimulatedAlert[] = [];
  /** Applies to every call while it is set. */
  fault: FaultKind | ConnectionFault | undefined;
  /** Path and query of every call since the start or the last reset, in order. */
  calls: string[] = [];
  /** Status of every response since then, in order; without those of connection faults. */
  statuses: number[] = [];
  private readonly now: () => number;
  private readonly server: LocalServer;

  constructor(options: AlertFeedsSimulatorOptions = {}) {
    this.now = options.now ?? Date.now;
    this.server = new LocalServer(options);
  }

  resetCalls(): void {
    this.calls = [];
    this.statuses = [];
  }

  /** Resolves once it listens; rejects when the port is taken. */
  async start(): Promise<{ url: string }> {
    return {
      url: await this.server.start(() => (request, response) => this.serve(request, response)),
    };
  }

  /** Destroys open connections; does nothing when not started or already stopped. */
  stop(): Promise<void> {
    return this.server.stop();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    this.calls.push(url.pathname + url.search);
    const { fault, alerts } = this;
    const call: FeedCall = { url, headers: request.headers, nowMs: this.now(), alerts };
    const correct = nws(call) ?? metNorway(call) ?? page(404, 'Not Found');
    const isBroken = isConnectionFault(fault);
    const simulated = fault && !isBroken ? FAULT_KINDS[fault](correct) : correct;
    const headers = { 'Content-Type': simulated.contentType, ...simulated.headers };
    if (isBroken) {
      const closed = new AbortController();
      response.once('close', () => closed.abort());
      return applyConnectionFault(fault, response, simulated, headers, closed.signal);
    }
    this.statuses.push(simulated.status);
    return sendResponse(request, response, simulated, headers);
  }
}

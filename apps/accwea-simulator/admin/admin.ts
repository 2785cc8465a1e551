import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { parseFault } from './parse-fault.js';
import type { Fault } from '../faults/fault.js';
import type { Calls } from '../server/call-counter.js';
import { parseSettings } from './parse-settings.js';
import type { Settings } from '../server/settings.js';

const PREFIX = '/__simulator/';

/** What the admin endpoints control. */
export interface Controls {
  fault: Fault | undefined;
  readonly settings: Settings;
  readonly calls: Calls;
  resetCalls(): void;
}

type Action = (controls: Controls, body: unknown) => unknown;

const readFault: Action = ({ fault }) => fault ?? null;

const ACTIONS: Readonly<Record<string, Action>> = {
  'GET calls': ({ calls }) => calls,
  'DELETE calls': (controls) => {
    controls.resetCalls();
    return controls.calls;
  },
  'GET fault': readFault,
  'PUT fault': (controls, body) => {
    controls.fault = parseFault(body);
    return readFault(controls, body);
  },
  'DELETE fault': (controls, body) => {
    controls.fault = undefined;
    return readFault(controls, body);
  },
  'GET settings': ({ settings }) => settings,
  'PUT settings': ({ settings }, body) => Object.assign(settings, parseSettings(body)),
};

export function isAdminPath({ pathname }: URL): boolean {
  return pathname.startsWith(PREFIX);
}

/** Serves `/__simulator/…`: without a key, uncounted, and without faults or latency. */
export async function serveAdmin(
  request: IncomingMessage,
  response: ServerResponse,
  { pathname }: URL,
  controls: Controls,
): Promise<void> {
  const action = ACTIONS[`${request.method} ${pathname.slice(PREFIX.length)}`];
  const respond = (status: number, body: unknown): void => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  };
  if (!action) return respond(404, { error: 'unknown admin endpoint' });
  try {
    const body: unknown = request.method === 'PUT' ? await json(request) : undefined;
    respond(200, action(controls, body));
  } catch (error) {
    respond(400, { error: error instanceof Error ? error.message : String(error) });
  }
}

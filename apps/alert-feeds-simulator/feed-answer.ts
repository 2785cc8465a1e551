import {
  uncacheableResponse,
  type SimulatedResponse,
} from '../../packages/local-server/simulated-response.js';
import type { SimulatedAlert } from './simulated-alert.js';

/** What a feed is asked. */
export interface FeedCall {
  readonly url: URL;
  /** With lower-case names. */
  readonly headers: Readonly<Record<string, unknown>>;
  readonly nowMs: number;
  readonly alerts: readonly SimulatedAlert[];
}

/** Undefined for a path that the feed does not have. */
export type AnswerOf = (call: FeedCall) => SimulatedResponse | undefined;

/** Program and a way to reach its operator; both feeds refuse a call without it. */
const PROGRAM = /^[\w-]+\/\S/;
const CONTACT = /@|https?:\/\//;

export function isIdentified({ headers }: FeedCall): boolean {
  const { 'user-agent': agent } = headers;
  return typeof agent === 'string' && PROGRAM.test(agent) && CONTACT.test(agent);
}

export function page(status: number, title: string): SimulatedResponse {
  return uncacheableResponse(status, 'text/html', `<html><body><h1>${title}</h1></body></html>`);
}

export function decimalsOf(degrees: string): number {
  return (degrees.split('.')[1] ?? '').length;
}

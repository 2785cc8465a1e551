import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { expect } from '@jest/globals';
import type { ApiProcess, LogLine } from './api-process.js';
import { eventually } from './eventually.js';

export interface RawResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface RawRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request on its own connection. */
export async function sendRequest(
  url: string,
  { method = 'GET', headers = {} }: RawRequest = {},
): Promise<RawResponse> {
  const outgoing = request(url, { method, headers, agent: false });
  outgoing.end();
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of answer) text += (chunk as Buffer).toString();
  return { status: answer.statusCode ?? 0, headers: answer.headers, text };
}

/** Sends bytes unchanged, and reads until the server closes the connection. */
export async function sendRaw(url: string, bytes: string): Promise<RawResponse> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(bytes, 'latin1');
  let text = '';
  for await (const chunk of socket) text += (chunk as Buffer).toString();
  const [head = '', ...body] = text.split('\r\n\r\n');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return {
    status: Number(statusLine.split(' ')[1]),
    headers: Object.fromEntries(headers) as IncomingHttpHeaders,
    text: body.join('\r\n\r\n'),
  };
}

/** Checks that an answer is problem+json (RFC 9457) and that the log has a line with its trace id. */
export async function expectProblem(
  answer: RawResponse,
  { status, type }: { status: number; type: string },
  api: ApiProcess,
): Promise<Record<string, unknown>> {
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const problem = JSON.parse(answer.text) as Record<string, unknown>;
  const traceId = answer.headers['x-request-id'];
  expect(problem).toEqual({
    type,
    title: expect.stringMatching(/./),
    status,
    detail: expect.stringMatching(/./),
    instance: expect.stringMatching(/^(\/|\*)/),
    traceId,
  });
  await logLineOf(api, String(traceId));
  return problem;
}

/** The first log line about a request. */
export function logLineOf(api: ApiProcess, traceId: string): Promise<LogLine> {
  return eventually(() => api.lines.find((line) => line['trace.id'] === traceId));
}

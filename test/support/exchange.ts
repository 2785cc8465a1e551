import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { expect } from '@jest/globals';
import type { ApiProcess, LogLine } from './api-process.js';
import { eventually } from './eventually.js';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks over a connection of its own. */
export async function ask(
  url: string,
  { method = 'GET', headers = {} }: Question = {},
): Promise<Answer> {
  const asking = request(url, { method, headers, agent: false });
  asking.end();
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of answer) text += (chunk as Buffer).toString();
  return { status: answer.statusCode ?? 0, headers: answer.headers, text };
}

/** Sends the bytes as they are, and reads until the server closes the connection. */
export async function sendRaw(url: string, bytes: string): Promise<Answer> {
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

/** Every refusal has this form, and can be found in the log under what the client reads (RFC 9457). */
export async function expectProblem(
  answer: Answer,
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

/** The first line that the API logs about a request. */
export function logLineOf(api: ApiProcess, traceId: string): Promise<LogLine> {
  return eventually(() => api.lines.find((line) => line['trace.id'] === traceId));
}

import { Logger } from '@nestjs/common';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { answerClientError } from './client-error.js';
import type { ProblemCatalogue } from './problem-catalogue.js';

const catalogue: ProblemCatalogue = {
  find: (code) =>
    code === 'invalid-request' ? { status: 400, title: 'Invalid request' } : undefined,
};

interface Answer {
  readonly head: string;
  readonly body: Record<string, unknown>;
}

let server: Server;
let port: number;
let logged: unknown[];
let handle: RequestListener;

beforeEach(async () => {
  logged = [];
  const note = (message: unknown): void => void logged.push(message);
  Logger.overrideLogger({ log: note, warn: note, error: note });
  handle = (_request, response) => void response.end('well');
  server = createServer((request, response) => handle(request, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) =>
    answerClientError(error, socket, catalogue),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function parse(text: string): Answer {
  const [head = '', body = '{}'] = text.split('\r\n\r\n', 2);
  return { head, body: JSON.parse(body) as Record<string, unknown> };
}

async function answerTo(request: string): Promise<Answer> {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.on('data', (data) => (text += data.toString()));
  socket.write(request);
  await once(socket, 'close');
  return parse(text);
}

describe('a malformed request', () => {
  it.each([
    ['garbage', '\x16\x03\x01\x02\r\n\r\n', 400],
    ['an unheard-of method', 'FETCH / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['an unheard-of version', 'GET / HTTP/9.9\r\nHost: x\r\n\r\n', 400],
    ['a header without a colon', 'GET / HTTP/1.1\r\nHost: x\r\nnonsense\r\n\r\n', 400],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
    ],
    ['a URL of 20 kB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 414],
    ['20 kB of headers', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ])('is answered with a problem: %s', async (_name, request, status) => {
    const { head, body } = await answerTo(request);

    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [A-Z]`));
    expect(head).toContain('\r\nContent-Type: application/problem+json; charset=utf-8');
    expect(head).toContain(`\r\nX-Request-Id: ${String(body['traceId'])}`);
    expect(head).toContain('\r\nConnection: close');
    expect(head).toMatch(/\r\nDate: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT\r\n/);
    expect(body).toMatchObject({ status, instance: '/' });
  });

  it('has the type invalid-request for status 400', async () => {
    expect((await answerTo('nonsense\r\n\r\n')).body).toMatchObject({
      type: '/problems/invalid-request',
      title: 'Invalid request',
    });
  });

  it('has the type about:blank for a status that the catalogue does not have', async () => {
    const request = `GET / HTTP/1.1\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`;
    expect((await answerTo(request)).body).toMatchObject({
      type: 'about:blank',
      title: 'Request Header Fields Too Large',
    });
  });

  it('is logged with the trace id of the response, without its content', async () => {
    const { body } = await answerTo('secret\r\n\r\n');

    expect(logged).toEqual([
      expect.objectContaining({
        'trace.id': body['traceId'],
        'http.response.status_code': 400,
      }),
    ]);
    expect(JSON.stringify(logged)).not.toContain('secret');
  });
});

describe('a malformed request after a request', () => {
  const MALFORMED = 'nonsense\r\n\r\n';
  const REQUEST = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';
  /** More than the kernel buffers. */
  const LONG = 'a'.repeat(20_000_000);

  /** All that the client gets when it sends both, the second as soon as the first is handled. */
  async function textOfBoth(): Promise<string> {
    const client = connect(port, '127.0.0.1');
    const handled = once(server, 'request');
    client.write(REQUEST);
    await handled;
    client.write(MALFORMED);
    await once(server, 'clientError');
    let text = '';
    for await (const chunk of client) text += (chunk as Buffer).toString();
    return text;
  }

  it('is not answered in place of the first, which has no answer yet', async () => {
    handle = () => undefined;

    expect(await textOfBoth()).toBe('');
  });

  it('is not answered within the answer to the first', async () => {
    handle = (_request, response) => void response.writeHead(200).write('half');

    const text = await textOfBoth();
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
    expect(text).not.toContain('HTTP/1.1 400');
  });

  it('lets the answer to the first arrive', async () => {
    handle = (_request, response) =>
      void response.writeHead(200, { 'content-length': LONG.length }).end(LONG);

    const text = await textOfBoth();
    // Not the text itself, which a failure would print.
    expect(text.length - text.indexOf('a'.repeat(100))).toBe(LONG.length);
  });
});

describe('a client that continues to send a malformed request', () => {
  it('gets one response', async () => {
    const client = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const failures: unknown[] = [];
    client.on('error', (error) => failures.push(error));
    const pieces = Array.from({ length: 100 }, () => 'a'.repeat(10_000));
    for (const piece of ['GET / HTTP/1.1\r\nHost: x\r\nX: ', ...pieces]) {
      client.write(piece);
      // The server, in this process too, reads in between.
      await new Promise(setImmediate);
    }
    client.end();
    let text = '';
    for await (const chunk of client) text += (chunk as Buffer).toString();

    expect(failures).toEqual([]);
    expect(parse(text).body).toMatchObject({ status: 431 });
    expect(logged).toHaveLength(1);
  });

  it('is disconnected soon when it never closes its side', async () => {
    const accepted = once(server, 'connection') as Promise<[Socket]>;
    const client = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    client.resume();
    client.write('nonsense\r\n\r\n');
    const [socket] = await accepted;
    await once(socket, 'close');
    client.destroy();

    expect(socket.destroyed).toBe(true);
  });
});

it('a connection reset by the client is neither answered nor logged', async () => {
  const accepted = once(server, 'connection') as Promise<[Socket]>;
  const client = connect(port, '127.0.0.1');
  const [socket] = await accepted;
  const closed = new Promise((resolve) => socket.once('close', resolve));
  client.resetAndDestroy();
  await closed;

  expect(logged).toEqual([]);
});

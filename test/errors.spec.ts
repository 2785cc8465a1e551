import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiProcess } from './support/api-process.js';
import { sendRequest, expectProblem, sendRaw, type RawResponse } from './support/http-client.js';
import { ForgingIssuer } from './support/issuer/forging-issuer.js';

const NOT_FOUND = { status: 404, type: '/problems/not-found' };
const INVALID = { status: 400, type: '/problems/invalid-request' };
const TOO_LARGE = { status: 431, type: '/problems/headers-too-large' };
const TOO_LONG = { status: 414, type: '/problems/uri-too-long' };
const NOT_ALLOWED = { status: 405, type: '/problems/method-not-allowed' };

let issuer: ForgingIssuer;
let api: ApiProcess;

beforeAll(async () => {
  issuer = await ForgingIssuer.start();
  api = await ApiProcess.start({ OIDC_ISSUER: issuer.issuer, ACCWEA_URL: 'http://127.0.0.1:1' });
});
afterAll(async () => {
  await api.end('SIGKILL');
  await issuer.goDown();
});

/** Sends a request line and headers unchanged. */
function send(requestLine: string, ...headers: string[]): Promise<RawResponse> {
  const lines = [requestLine, 'Host: x', 'Connection: close', ...headers];
  return sendRaw(api.url, `${lines.join('\r\n')}\r\n\r\n`);
}

describe('problem+json and a log line', () => {
  it.each([
    ['an unknown path', 'GET /nothing/here HTTP/1.1', NOT_FOUND],
    ['an unknown path below a known one', 'GET /prcpt/more HTTP/1.1', NOT_FOUND],
    ['a method that the path does not support', 'DELETE /prcpt HTTP/1.1', NOT_ALLOWED],
    ['a method that no path supports', 'PROPFIND / HTTP/1.1', NOT_ALLOWED],
    ['OPTIONS *', 'OPTIONS * HTTP/1.1', NOT_FOUND],
    ['an unknown HTTP method', 'FETCH / HTTP/1.1', INVALID],
    ['a malformed URL', 'GET /%zz HTTP/1.1', INVALID],
    ['a URL with an incomplete UTF-8 sequence', 'GET /%c3%28 HTTP/1.1', INVALID],
    ['a URL of 3 kB', `GET /?${'a'.repeat(3_000)} HTTP/1.1`, TOO_LONG],
    ['a URL of 10 kB', `GET /${'a'.repeat(10_000)} HTTP/1.1`, TOO_LONG],
    ['a URL of 20 kB', `GET /${'a'.repeat(20_000)} HTTP/1.1`, TOO_LONG],
    ['an unknown protocol version', 'GET / HTTP/9.9', INVALID],
  ])('answer %s', async (_name, requestLine, problem) => {
    await expectProblem(await send(requestLine), problem, api);
  });

  it('answer a request without a Host header', async () => {
    const bytes = 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n';
    await expectProblem(await sendRaw(api.url, bytes), INVALID, api);
  });

  it('answer a request with two Host headers', async () => {
    await expectProblem(await send('GET / HTTP/1.1', 'Host: y'), INVALID, api);
  });

  it.each(['text/plain', 'application/json', 'nonsense', ''])(
    'answer a method that the path does not support, with the type "%s" of no body',
    async (type) => {
      const headers = [`Content-Type: ${type}`, 'Content-Length: 0'];
      await expectProblem(await send('POST /prcpt HTTP/1.1', ...headers), NOT_ALLOWED, api);
    },
  );

  it('answer a request with an unknown Expect header as if it had none', async () => {
    const answer = await send('GET /nothing HTTP/1.1', 'Expect: unknown-expectation');
    await expectProblem(answer, NOT_FOUND, api);
  });

  it('answer a request with a header that is too large', async () => {
    await expectProblem(await send('GET / HTTP/1.1', `X: ${'a'.repeat(20_000)}`), TOO_LARGE, api);
  });

  it('answer a request whose body is not valid JSON', async () => {
    const headers = ['Content-Type: application/json', 'Content-Length: 1'];
    const lines = ['POST /nothing HTTP/1.1', 'Host: x', 'Connection: close', ...headers, '', '{'];

    await expectProblem(await sendRaw(api.url, lines.join('\r\n')), INVALID, api);
  });

  it('answer a request whose body is too large', async () => {
    const headers = ['Content-Type: application/json', 'Content-Length: 5000'];
    const lines = ['POST /nothing HTTP/1.1', 'Host: x', 'Connection: close', ...headers, ''];
    const answer = await sendRaw(api.url, `${lines.join('\r\n')}\r\n${'1'.repeat(5_000)}`);

    await expectProblem(answer, { status: 413, type: '/problems/content-too-large' }, api);
  });

  it.each([
    ['that are not HTTP', '\x16\x03\x01\x02\x00\x01\x00\r\n\r\n'],
    ['of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    [
      'with two Content-Length headers (request smuggling)',
      'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    ],
    [
      'with Transfer-Encoding and Content-Length (request smuggling)',
      'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nabc',
    ],
  ])('answer bytes %s', async (_name, bytes) => {
    await expectProblem(await sendRaw(api.url, bytes), INVALID, api);
  });

  it('leave the process able to serve requests', async () => {
    expect((await sendRequest(api.url)).status).toBe(200);
  });
});

describe('a problem document', () => {
  it('names the path without its query, which may contain a position', async () => {
    const answer = await send('GET /v9/nothing?lt=48.8705&lg=2.3049 HTTP/1.1');
    const { instance } = await expectProblem(answer, NOT_FOUND, api);

    expect(instance).toBe('/v9/nothing');
    expect(answer.text + api.output).not.toContain('48.8705');
  });

  it('truncates a long path in "instance"', async () => {
    const answer = await send(`GET /${'a'.repeat(1_500)} HTTP/1.1`);

    expect((await expectProblem(answer, NOT_FOUND, api))['instance']).toHaveLength(201);
  });

  it('is sent with Cache-Control: no-store', async () => {
    for (const requestLine of ['GET /nothing HTTP/1.1', 'GET /%zz HTTP/1.1', 'nonsense']) {
      expect((await send(requestLine)).headers['cache-control']).toBe('no-store');
    }
  });

  it('is answered to HEAD like to GET but without a body', async () => {
    const [get, head] = [await send('GET /prcpt HTTP/1.1'), await send('HEAD /prcpt HTTP/1.1')];

    expect([head.status, head.text]).toEqual([401, '']);
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
  });

  it('names neither the framework nor the runtime', async () => {
    const answers = await Promise.all(
      ['GET /nothing HTTP/1.1', 'GET /%zz HTTP/1.1', 'nonsense'].map((line) => send(line)),
    );

    for (const { headers, text } of answers) {
      expect(JSON.stringify(headers) + text).not.toMatch(/fastify|nest|node|express|at .*:\d+/i);
    }
  });
});

describe("the caller's X-Request-Id", () => {
  it.each(['0f3c7b1e-7b0d-4d0f-9a51-2f6f5f0a4f0e', 'a'.repeat(32)])(
    'is kept when it is random: %s',
    async (id) => {
      for (const path of ['/nothing', '/%zz']) {
        const answer = await send(`GET ${path} HTTP/1.1`, `X-Request-Id: ${id}`);

        expect(answer.headers['x-request-id']).toBe(id);
        expect(JSON.parse(answer.text)).toMatchObject({ traceId: id });
      }
    },
  );

  it.each([
    ['too short', 'abc'],
    ['empty', ''],
    ['too long', 'a'.repeat(33)],
    ['a name', 'watch-42.abc_DEF'],
    ['made of letters that are not hexadecimal digits', 'x'.repeat(32)],
    ['two words', 'abcdefgh ijklmnop'],
    ['JSON', '{"level":"fatal"}'],
    ['HTML', '<script>alert(1)</script>'],
    ['not ASCII', 'abcdefgh\xe9\xe8'],
    ['a terminal command', 'abcdefgh\x1b[31m'],
  ])('is replaced when it is %s', async (_name, id) => {
    const answer = await send('GET /nothing HTTP/1.1', `X-Request-Id: ${id}`);

    // A control character makes the request invalid HTTP.
    const problem = answer.status === 400 ? INVALID : NOT_FOUND;
    const { traceId } = await expectProblem(answer, problem, api);
    expect(traceId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('is replaced when there are two', async () => {
    const ids = ['a', 'b'].map((digit) => `X-Request-Id: ${digit.repeat(32)}`);
    const { headers } = await send('GET /nothing HTTP/1.1', ...ids);

    expect(headers['x-request-id']).toMatch(/^[0-9a-f]{8}-/);
  });

  it('is returned on successful answers too', async () => {
    const id = 'c'.repeat(32);
    const { status, headers } = await send('GET / HTTP/1.1', `X-Request-Id: ${id}`);

    expect([status, headers['x-request-id']]).toEqual([200, id]);
  });
});

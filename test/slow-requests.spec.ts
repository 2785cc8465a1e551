import { existsSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiProcess } from './support/api-process.js';
import { eventually } from './support/eventually.js';
import { sendRaw } from './support/http-client.js';
import { ForgingIssuer } from './support/issuer/forging-issuer.js';
import { describeWith } from './support/tools/describe-with.js';

/** The limit is 10 s; a loaded machine may need longer to notice. It was 60 s. */
const CLOSED_WITHIN_MS = 25_000;
const DRIP_EVERY_MS = 300;

const HEAD = 'POST /prcpt HTTP/1.1\r\nHost: x\r\n';
const GET = 'GET /prcpt HTTP/1.1\r\nHost: x\r\n';
const LIVE = 'GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n';
/** 1.5 MB: a dozen is more than kernels buffer for a connection that is not read. */
const DOCUMENT = 'GET /docs/swagger-ui-bundle.js HTTP/1.1\r\nHost: x\r\n\r\n';

/** What is sent at once, and what is then sent again and again. */
const DRIPS: Readonly<Record<string, readonly [start: string, drip: string]>> = {
  'nothing at all': ['', ''],
  'half a request line': ['GET /hea', ''],
  'a request line, byte by byte': ['GET /', 'a'],
  'a header, byte by byte': [`${GET}X: `, 'a'],
  'one header after the other': [GET, 'X: a\r\n'],
  'empty lines before the request': ['', '\r\n'],
  'half a TLS handshake': ['\x16\x03\x01\x02\x00', ''],
  'half an HTTP/2 preface': ['PRI * HT', ''],
  'no body, which it announced': [`${HEAD}Content-Length: 100\r\n\r\n`, ''],
  'a body, byte by byte': [`${HEAD}Content-Length: 1000\r\n\r\n`, ' '],
  'a JSON body, byte by byte': [
    `${HEAD}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n`,
    ' ',
  ],
  'a body of GET, byte by byte': [`${GET}Content-Length: 1000\r\n\r\n`, ' '],
  'a body, chunk by chunk': [`${HEAD}Transfer-Encoding: chunked\r\n\r\n`, '1\r\na\r\n'],
  'a JSON body, chunk by chunk': [
    `${HEAD}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
    '1\r\n \r\n',
  ],
  'half a chunk': [`${GET}Transfer-Encoding: chunked\r\n\r\n5\r\na`, ''],
  'a chunk extension, byte by byte': [`${GET}Transfer-Encoding: chunked\r\n\r\n5;`, 'a'],
  'trailers, one after the other': [`${GET}Transfer-Encoding: chunked\r\n\r\n0\r\n`, 'X: a\r\n'],
  'no body after "100 Continue"': [
    `${HEAD}Expect: 100-continue\r\nContent-Length: 100\r\n\r\n`,
    '',
  ],
  'a second request, byte by byte': ['GET /health/live HTTP/1.1\r\nHost: x\r\n\r\nGET /', 'a'],
};

let issuer: ForgingIssuer;
let api: ApiProcess;
let closed: Map<string, Promise<number>>;
let idle: Socket;
let unread: Socket;
const sockets: Socket[] = [];

function open(): Socket {
  const { hostname, port } = new URL(api.url);
  const socket = connect(Number(port), hostname).on('error', () => undefined);
  sockets.push(socket);
  return socket;
}

/** Sends a request slowly; resolves when the server closes the connection, with the milliseconds it took. */
async function dripped([start, drip]: readonly [string, string]): Promise<number> {
  const startedAt = performance.now();
  const socket = open();
  socket.resume().write(start, 'latin1');
  const timer = setInterval(() => drip && socket.write(drip), DRIP_EVERY_MS);
  await eventually(() => socket.closed, CLOSED_WITHIN_MS).finally(() => clearInterval(timer));
  return performance.now() - startedAt;
}

beforeAll(async () => {
  issuer = await ForgingIssuer.start();
  api = await ApiProcess.start({ OIDC_ISSUER: issuer.issuer, ACCWEA_URL: 'http://127.0.0.1:1' });
  idle = open();
  idle.resume().write(LIVE);
  closed = new Map(Object.entries(DRIPS).map(([name, drip]) => [name, dripped(drip)]));
  for (const promise of closed.values()) promise.catch(() => undefined);
  unread = open().pause();
  unread.write(DOCUMENT.repeat(12));
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await (api as ApiProcess | undefined)?.end('SIGKILL');
  await issuer.goDown();
});

describe('a connection is closed when it sends', () => {
  it.each(Object.keys(DRIPS))(
    '%s',
    async (name) => {
      expect(await closed.get(name)).toBeLessThan(CLOSED_WITHIN_MS);
    },
    CLOSED_WITHIN_MS * 2,
  );
});

describe('a request with a body, which no path takes,', () => {
  it.each([
    ['POST', 'Content-Length: 100', 405],
    ['PUT', 'Transfer-Encoding: chunked', 405],
    ['DELETE', 'Content-Length: 100', 405],
    ['POST', 'Content-Length: 5000', 405],
    ['GET', 'Content-Length: 100', 200],
    ['GET', 'Transfer-Encoding: chunked', 200],
  ])('is answered at once, without the body: %s with %s', async (method, header, status) => {
    const answer = await sendRaw(api.url, `${method} / HTTP/1.1\r\nHost: x\r\n${header}\r\n\r\n`);

    expect(answer.status).toBe(status);
    expect(answer.headers.connection).toBe('close');
  });

  it('is answered like one without when the body is empty', async () => {
    const bytes = 'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n';
    const socket = open();
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString())).write(bytes);
    await eventually(() => text.includes('\r\n\r\n'));

    expect(text).toMatch(/^HTTP\/1.1 200/);
    expect(text).toMatch(/\r\nconnection: keep-alive\r\n/i);
  });
});

describe('a connection stays open', () => {
  it('while it is idle between two requests, for longer than a request may take', async () => {
    await Promise.all(closed.values());
    const before = idle.bytesRead;
    idle.write(LIVE);

    await eventually(() => idle.bytesRead > before);
  });
});

/** /proc/net/tcp and tcp6: `sl local_address rem_address st …`; addresses end in the port, in hexadecimal. */
const CONNECTIONS = ['/proc/net/tcp', '/proc/net/tcp6'].filter((path) => existsSync(path));
const ESTABLISHED = '01';
const describeOnLinux = describeWith({
  name: '/proc/net/tcp',
  isInstalled: CONNECTIONS.length > 0,
});

const hex = (port: number): string => port.toString(16).toUpperCase().padStart(4, '0');

/** Whether the API still holds its end of a connection. */
function isHeld(socket: Socket): boolean {
  const [server, client] = [hex(socket.remotePort ?? 0), hex(socket.localPort ?? 0)];
  const lines = CONNECTIONS.flatMap((path) => readFileSync(path, 'utf8').split('\n'));
  return lines.some((line) => {
    const [, local, remote, state] = line.trim().split(/\s+/);
    const ends = local?.endsWith(`:${server}`) === true && remote?.endsWith(`:${client}`) === true;
    return ends && state === ESTABLISHED;
  });
}

describeOnLinux('a connection whose answers are not read', () => {
  it('is closed', async () => {
    await eventually(() => !isHeld(unread), CLOSED_WITHIN_MS);
  });
});

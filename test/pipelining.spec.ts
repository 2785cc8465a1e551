import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from './support/eventually.js';
import { timed, type Sample } from './support/steady-load.js';
import { World } from './support/world.js';

/** What one read of a connection can return. */
const FLOOD_BYTES = 61 * 1_024;
const WARM = '/prcpt?lt=48.8705&lg=2.3049';
/** Asks one after the other, while and after the flood arrives. */
const WATCHES = 20;
const MEBIBYTE = 1_024 * 1_024;

let world: World;
const sockets: Socket[] = [];

beforeAll(async () => {
  world = await World.start();
  await world.get(WARM);
  await fetch(`${world.api.url}/openapi.yaml`).then((answer) => answer.text());
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});
afterAll(async () => {
  await (world as World | undefined)?.stop();
});

const get = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;

/** Opens a connection; an error on it is the server's right. */
async function open(): Promise<Socket> {
  const { hostname, port } = new URL(world.api.url);
  const socket = connect(Number(port), hostname).on('error', () => undefined);
  sockets.push(socket);
  await once(socket, 'connect');
  return socket;
}

/** Sends as many requests as fit into one read, and reads no answer. */
async function flood(path: string): Promise<Socket> {
  const socket = await open();
  const request = get(path);
  socket.write(request.repeat(Math.floor(FLOOD_BYTES / request.length)));
  return socket;
}

/** The status lines of the answers, once all have come or the connection is closed. */
async function statusesOf(socket: Socket, count: number): Promise<string[]> {
  let text = '';
  let closed = false;
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  socket.once('close', () => (closed = true));
  const found = (): string[] => text.match(/HTTP\/1\.1 \d{3}/g) ?? [];
  await eventually(() => closed || found().length >= count, 20_000);
  return found();
}

/** Resident memory of the API. */
function residentBytes(): number {
  const [, kibibytes] = /VmRSS:\s+(\d+) kB/.exec(
    readFileSync(`/proc/${world.api.pid}/status`, 'utf8'),
  )!;
  return Number(kibibytes) * 1_024;
}

describe('a connection that sends many requests without reading the answers', () => {
  it.each([
    [1, '/openapi.yaml'],
    [1, '/openapi.json'],
    [20, '/docs/swagger-ui-bundle.js'],
    [300, '/health/live'],
    [100, '/nothing'],
    [100, WARM],
    [100, '/%zz'],
  ])('neither delays a warm watch nor fills the memory: %d × %s', async (connections, path) => {
    const before = residentBytes();
    const floods = Array.from({ length: connections }, () => flood(path));
    const watches: Sample[] = [];
    let peak = 0;
    for (let index = 0; index < WATCHES; index += 1) {
      watches.push(await timed(world.getOnce(WARM).then(({ status }) => status)));
      peak = Math.max(peak, residentBytes());
    }
    await Promise.all(floods);

    expect(watches.map(({ status }) => status)).toEqual(Array(WATCHES).fill(200));
    expect(Math.max(...watches.map(({ ms }) => ms))).toBeLessThan(3_000);
    expect(peak - before).toBeLessThan(150 * MEBIBYTE);
  });

  it('is closed', async () => {
    const socket = await flood('/health/live');

    expect((await statusesOf(socket, Infinity)).length).toBeLessThan(100);
    expect(socket.destroyed).toBe(true);
  });
});

describe('a connection that pipelines a few requests', () => {
  it.each([2, 16])('is answered in order: %d requests', async (count) => {
    const socket = await open();
    socket.write((get('/health/live') + get('/nothing')).repeat(count / 2));

    const pair = ['HTTP/1.1 200', 'HTTP/1.1 404'];
    const expected = Array.from({ length: count }, (_, index) => pair[index % 2]);
    expect(await statusesOf(socket, count)).toEqual(expected);
    expect(socket.destroyed).toBe(false);
  });

  it('is served as often as it likes, when it reads the answers', async () => {
    const socket = await open();
    for (let round = 1; round <= 20; round += 1) {
      socket.write(get('/health/live').repeat(16));
      expect(await statusesOf(socket, 16)).toHaveLength(16);
      socket.removeAllListeners('data');
    }
    expect(socket.destroyed).toBe(false);
  });

  it('is answered in order when the requests arrive in pieces, each with a slow one before it', async () => {
    const socket = await open();
    const answers = statusesOf(socket, 3);
    const [head, tail] = [get('/docs/swagger-ui-bundle.js'), get('/nothing')];
    socket.write(head);
    socket.write(tail.slice(0, 10));
    await new Promise(setImmediate);
    socket.write(tail.slice(10) + get('/health/live'));

    expect(await answers).toEqual(['HTTP/1.1 200', 'HTTP/1.1 404', 'HTTP/1.1 200']);
  });
});

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { villagePosition } from './support/positions.js';
import { World } from './support/world.js';

const MEBIBYTE = 1_024 * 1_024;
const CALLS = 8;
const HEAD = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';
/** Each byte of the body is a chunk of its own. */
const CHUNKS = '1\r\n \r\n'.repeat(5_000);

let provider: Server;
let world: World;
let sentBytes = 0;
const connections = new Set<Socket>();

beforeAll(async () => {
  provider = createServer((connection) => {
    connections.add(connection);
    connection.on('error', () => undefined);
    connection.on('close', () => connections.delete(connection));
    connection.once('data', () => {
      connection.write(HEAD);
      sendChunks(connection);
    });
  });
  provider.listen(0, '127.0.0.1');
  await once(provider, 'listening');
  const { port } = provider.address() as AddressInfo;
  world = await World.start({ environment: { ACCWEA_URL: `http://127.0.0.1:${port}` } });
  await world.get(`/prcpt?${villagePosition(0)}`);
});
afterAll(async () => {
  await (world as World | undefined)?.stop();
  for (const connection of connections) connection.destroy();
  provider.close();
});

function sendChunks(connection: Socket): void {
  if (connection.destroyed) return;
  sentBytes += CHUNKS.length;
  if (connection.write(CHUNKS)) setImmediate(() => sendChunks(connection));
  else connection.once('drain', () => sendChunks(connection));
}

/** The most resident memory that the API has had. */
function peakBytes(): number {
  const status = readFileSync(`/proc/${world.api.pid}/status`, 'utf8');
  const [, kibibytes] = /VmHWM:\s+(\d+) kB/.exec(status)!;
  return Number(kibibytes) * 1_024;
}

it('a provider whose bodies never end and come byte by byte does not fill the memory', async () => {
  const before = peakBytes();
  const answers = Array.from({ length: CALLS }, (_, index) =>
    world.getOnce(`/prcpt?${villagePosition(index + 1)}`).then(({ status }) => status),
  );

  expect(await Promise.all(answers)).toEqual(Array(CALLS).fill(503));
  expect(sentBytes).toBeGreaterThan(CALLS * 100 * 1_024);
  expect(peakBytes() - before).toBeLessThan(100 * MEBIBYTE);
});

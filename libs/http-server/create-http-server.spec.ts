import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHttpServer } from './create-http-server.js';

const REQUEST = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';

let server: Server;
let client: Socket;
/** Answers that the test has not given yet. */
let handled: ServerResponse[];
let received: string;

beforeEach(async () => {
  handled = [];
  received = '';
  server = createHttpServer((_request, response) => void handled.push(response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.on('data', (chunk: Buffer) => (received += chunk.toString()));
  client.on('error', () => undefined);
});
afterEach(() => {
  client.destroy();
  server.closeAllConnections();
  server.close();
});

/** Resolves once `look` is true. */
async function until(look: () => boolean): Promise<void> {
  while (!look()) await new Promise((resolve) => void setImmediate(resolve));
}

describe('an HTTP server with bounded connections', () => {
  it('handles a pipelined request when the one before it is answered', async () => {
    client.write(REQUEST.repeat(3));
    for (const answer of ['one', 'two', 'three']) {
      await until(() => handled.length > 0);
      expect(handled).toHaveLength(1);
      handled.pop()?.end(answer);
    }

    await until(() => received.includes('three'));
    expect(received.match(/one|two|three/g)).toEqual(['one', 'two', 'three']);
  });

  it('closes a connection with more than 16 waiting requests, without reading the rest', async () => {
    let announced = 0;
    server.on('request', () => (announced += 1));
    client.write(REQUEST.repeat(2_000));
    await until(() => client.closed);

    expect(announced).toBe(18);
    expect(handled).toHaveLength(1);
  });

  it('does not handle a waiting request of a client that has left', async () => {
    client.write(REQUEST.repeat(2));
    await until(() => handled.length > 0);
    const [first] = handled as [ServerResponse];
    client.destroy();
    await once(first, 'close');

    first.end();
    await new Promise((resolve) => void setImmediate(resolve));
    expect(handled).toHaveLength(1);
  });

  it('answers a request that wishes to change the protocol as if it did not', async () => {
    const upgrade = `${REQUEST.trimEnd()}\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n`;
    for (const [request, answer] of Object.entries({ [upgrade]: 'one', [REQUEST]: 'two' })) {
      client.write(request);
      await until(() => handled.length > 0);
      handled.pop()?.end(answer);
      await until(() => received.endsWith(answer));
    }
    expect(client.closed).toBe(false);
  });

  it('has one limit for headers and body, so that Node does not swap them', () => {
    expect([server.headersTimeout, server.requestTimeout]).toEqual([10_000, 10_000]);
  });
});

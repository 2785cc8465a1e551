import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalServer } from '../../../../packages/local-server/local-server.js';
import { sendRequests } from './send-requests.js';

const server = new LocalServer({});
const authorizations: string[] = [];
const requestsOf = new Map<Socket, number>();
let url: string;

beforeAll(async () => {
  url = await server.start(() => async (request, response) => {
    authorizations.push(request.headers.authorization ?? '');
    requestsOf.set(request.socket, (requestsOf.get(request.socket) ?? 0) + 1);
    if (request.url === '/reset') request.socket.destroy();
    response.writeHead(request.url === '/bad' ? 401 : 200).end('{}');
  });
});
afterAll(() => server.stop());

const requests = (amount: number, path: string) =>
  Array.from({ length: amount }, (_, index) => ({ path, authorization: `Bearer ${index}` }));

describe('sendRequests', () => {
  it('sends each request once, and counts the statuses', async () => {
    const sent = [...requests(70, '/good'), ...requests(30, '/bad')];

    expect(Object.fromEntries(await sendRequests(url, sent))).toEqual({ '200': 70, '401': 30 });
    expect(authorizations.toSorted()).toEqual(sent.map((one) => one.authorization).toSorted());
  });

  it('replaces a connection after a number of requests', async () => {
    requestsOf.clear();
    await sendRequests(url, requests(500, '/bad'), 5);

    expect(Math.max(...requestsOf.values())).toBe(5);
    expect(requestsOf.size).toBeGreaterThanOrEqual(100);
  });

  it('counts a request whose connection is closed', async () => {
    const outcomes = await sendRequests(url, requests(3, '/reset'));

    expect([...outcomes]).toEqual([['UND_ERR_SOCKET', 3]]);
  });
});

import { request, type IncomingMessage, type ServerResponse } from 'node:http';

/**
 * Sends a request on to another server, and its response back. A server that does not respond closes the connection.
 * @param onResponse receives the status
 */
export function forward(
  url: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  onResponse: (status: number) => void = () => undefined,
): void {
  const { method, headers } = incoming;
  const forwarded = request(url, {
    method: method ?? 'GET',
    headers: { ...headers, connection: 'close' },
  });
  forwarded.on('response', (response) => {
    const status = response.statusCode ?? 502;
    onResponse(status);
    outgoing.writeHead(status, response.headers);
    response.pipe(outgoing);
  });
  forwarded.on('error', () => outgoing.destroy());
  incoming.pipe(forwarded);
}

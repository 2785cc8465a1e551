import { once } from 'node:events';
import { Agent, request as open, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Credentials, FuzzRequest } from '../requests/fuzz-request.js';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A request without an answer after this time hangs. */
const MAX_WAIT_MS = 10_000;

/** Sends requests one after the other over a connection that is kept alive. */
export class WatchConnection {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /**
   * @param etag of the copy that the watch has
   * @throws when there is no answer in time
   */
  async send(
    { method, target, credentials, headers }: FuzzRequest,
    etag?: string,
  ): Promise<Answer> {
    const { hostname, port } = new URL(this.url);
    const outgoing = open({ agent: this.agent, hostname, port, method, path: target });
    for (const [name, text] of headers) outgoing.setHeader(name, text);
    if (etag !== undefined) outgoing.setHeader('if-none-match', etag);
    const authorization = authorizationOf(credentials, this.token);
    if (authorization !== undefined) outgoing.setHeader('authorization', authorization);
    // To a HEAD that cannot be parsed the answer has a body, which is an error here; no answer rejects below.
    outgoing.on('error', () => undefined);
    outgoing.setTimeout(MAX_WAIT_MS, () => outgoing.destroy(new Error('no answer')));
    outgoing.end();
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    const body = await buffer(incoming);
    return { status: incoming.statusCode ?? 0, headers: incoming.headers, body };
  }

  close(): void {
    this.agent.destroy();
  }
}

function authorizationOf(credentials: Credentials, token: string): string | undefined {
  switch (credentials) {
    case 'token':
      return `Bearer ${token}`;
    case 'changed token':
      return `Bearer ${changed(token)}`;
    case 'none':
      return undefined;
    default:
      return credentials.text;
  }
}

/** With another character in the middle of the signature. */
function changed(token: string): string {
  const at = token.length - 100;
  return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A provider that repeats the request and an extra text in every header and body field of its answer. */
export class EchoingUpstream {
  calls = 0;
  private readonly server = createServer((request, response) => this.echo(request, response));

  /** @param extraText sent in every answer besides the request */
  private constructor(private readonly extraText: string) {}

  static async start(gossip: string): Promise<EchoingUpstream> {
    const upstream = new EchoingUpstream(gossip);
    upstream.server.listen(0, '127.0.0.1');
    await once(upstream.server, 'listening');
    return upstream;
  }

  /** The base URL under which every answer has this status. */
  urlFor(status: number): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/${status}`;
  }

  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private echo({ url = '', headers }: IncomingMessage, response: ServerResponse): void {
    this.calls += 1;
    const status = Number(url.split('/', 2)[1]);
    const echoed = `${url} ${headers.authorization} ${this.extraText}`;
    response.writeHead(status, {
      'content-type': 'application/json',
      location: `http://127.0.0.1:1${url}&echoed=${encodeURIComponent(this.extraText)}`,
      'www-authenticate': `Bearer error="${echoed}"`,
      'retry-after': echoed,
      'cache-control': echoed,
      'ratelimit-remaining': echoed,
      'x-echo': echoed,
    });
    response.end(JSON.stringify(bodyOf(echoed)));
  }
}

/** Has the fields of the provider's errors, locations and weather. */
function bodyOf(echoed: string): object {
  return {
    Code: echoed,
    Message: echoed,
    Reference: echoed,
    detail: echoed,
    Key: echoed,
    EnglishName: echoed,
    Country: { ID: echoed, EnglishName: echoed },
    TimeZone: { Name: echoed },
    EpochTime: echoed,
    [echoed]: echoed,
  };
}

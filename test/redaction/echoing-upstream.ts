import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A provider that answers with whatever it was asked and told, in every header and field of the body. */
export class EchoingUpstream {
  asked = 0;
  private readonly server = createServer((request, response) => this.echo(request, response));

  /** @param gossip what it says beside what it was asked */
  private constructor(private readonly gossip: string) {}

  static async start(gossip: string): Promise<EchoingUpstream> {
    const upstream = new EchoingUpstream(gossip);
    upstream.server.listen(0, '127.0.0.1');
    await once(upstream.server, 'listening');
    return upstream;
  }

  /** Where every answer has this status. */
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
    this.asked += 1;
    const status = Number(url.split('/', 2)[1]);
    const said = `${url} ${headers.authorization} ${this.gossip}`;
    response.writeHead(status, {
      'content-type': 'application/json',
      location: `http://127.0.0.1:1${url}&said=${encodeURIComponent(this.gossip)}`,
      'www-authenticate': `Bearer error="${said}"`,
      'retry-after': said,
      'cache-control': said,
      'ratelimit-remaining': said,
      'x-echo': said,
    });
    response.end(JSON.stringify(bodyOf(said)));
  }
}

/** Fits both the provider's errors and, as far as text can, its locations and weather. */
function bodyOf(said: string): object {
  return {
    Code: said,
    Message: said,
    Reference: said,
    detail: said,
    Key: said,
    EnglishName: said,
    Country: { ID: said, EnglishName: said },
    TimeZone: { Name: said },
    EpochTime: said,
    [said]: said,
  };
}

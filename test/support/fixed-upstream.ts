import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const metric = (Value: number, Unit: string, UnitType: number) => ({
  Metric: { Value, Unit, UnitType },
  Imperial: null,
});

/** The body of `/prcpt` at any position. */
export const FIXED_WEATHER = { vis: 9700, prcpt: 0.0012 };

/** The provider's answer as JSON; undefined = 404. */
export type UpstreamAnswer = (path: string, query: URLSearchParams) => unknown;

/** A provider with the same weather everywhere, or with the answers of a test. */
export class FixedUpstream {
  /** Requested paths, without query. */
  readonly calls: string[] = [];
  private readonly server = createServer(({ url = '' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://upstream');
    this.calls.push(pathname);
    const body = this.answer(pathname, searchParams);
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': 'application/json',
      date: new Date(this.nowMs()).toUTCString(),
    });
    response.end(JSON.stringify(body));
  });

  private constructor(
    private readonly answer: UpstreamAnswer,
    private readonly nowMs: () => number,
  ) {}

  /** @param nowMs its clock, for the `Date` of its answers */
  static async start(
    answer: UpstreamAnswer = oneWeather,
    nowMs: () => number = Date.now,
  ): Promise<FixedUpstream> {
    const upstream = new FixedUpstream(answer, nowMs);
    upstream.server.listen(0, '127.0.0.1');
    await once(upstream.server, 'listening');
    return upstream;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }
}

export const SEARCH_PATH = '/locations/v1/cities/geoposition/search';

function oneWeather(path: string, query: URLSearchParams): unknown {
  return path === SEARCH_PATH ? place(query) : conditions();
}

function place(query: URLSearchParams): object {
  const [Latitude, Longitude] = (query.get('q') ?? '').split(',').map(Number);
  return {
    Version: 1,
    Key: `${Latitude}_${Longitude}`,
    Type: 'City',
    EnglishName: 'Anywhere',
    Country: { ID: 'FR', EnglishName: 'France' },
    TimeZone: { Name: 'Europe/Paris', GmtOffset: 1 },
    GeoPosition: { Latitude, Longitude },
  };
}

function conditions(): object[] {
  return [
    {
      EpochTime: Math.floor(Date.now() / 1000) - 300,
      UVIndex: 1,
      Visibility: metric(9.7, 'km', 6),
      PrecipitationSummary: { PastHour: metric(1.2, 'mm', 3) },
    },
  ];
}

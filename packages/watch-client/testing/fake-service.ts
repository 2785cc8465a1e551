/** A request as the service receives it. */
export interface ReceivedRequest {
  readonly url: string;
  readonly headers: Headers;
}

type Script = Response | Error | ((signal: AbortSignal) => Promise<Response>);

/** A fake `fetch` that returns the scripted responses and repeats the last one. */
export class FakeService {
  readonly requests: ReceivedRequest[] = [];
  private readonly script: Script[] = [];

  /** @param script an Error stands for a network failure */
  respondWith(...script: readonly Script[]): void {
    this.script.splice(0, Infinity, ...script);
  }

  readonly fetch = async (url: unknown, init: RequestInit = {}): Promise<Response> => {
    this.requests.push({ url: String(url), headers: new Headers(init.headers) });
    const [next] = this.script.length > 1 ? this.script.splice(0, 1) : this.script;
    if (!next) throw new Error('the fake service has no script');
    if (next instanceof Error) throw next;
    return next instanceof Response ? next.clone() : next(init.signal as AbortSignal);
  };
}

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'private, max-age=600, stale-if-error=3600',
  'cache-status': 'mfapi; hit; ttl=500',
  'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT',
  etag: 'W/"one"',
};

/** A 200 with the headers of the service; null removes one. */
export function okResponse(
  body: object,
  headers: Readonly<Record<string, string | null>> = {},
): Response {
  return new Response(JSON.stringify(body), { headers: withHeaders(headers) });
}

export function notModifiedResponse(
  headers: Readonly<Record<string, string | null>> = {},
): Response {
  return new Response(null, { status: 304, headers: withHeaders(headers) });
}

export function problemResponse(
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body = { type: `/problems/${code}`, title: code, status, detail: `It is ${code}.` };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers },
  });
}

function withHeaders(headers: Readonly<Record<string, string | null>>): [string, string][] {
  return Object.entries({ ...HEADERS, ...headers }).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as [string, string]],
  );
}

import type { Position } from '@app/cells/position.js';
import { sendRequest, sendRaw } from '../support/http-client.js';
import { WEATHER_PATHS } from '../support/weather-paths.js';

/** Values that must not appear in the output of the service. */
export interface Secrets {
  readonly token: string;
  /** A token with an invalid signature. */
  readonly forged: string;
  /** The provider's key, as an attacker might send it. */
  readonly key: string;
  readonly position: Position;
  readonly address: string;
}

interface ProbeRequest {
  readonly path: string;
  readonly method?: string;
  readonly authorization?: string;
}

type RequestContext = Secrets & { readonly at: string };

/** Valid and invalid requests; each puts the secrets in as many places as it can. */
const REQUESTS: readonly ((context: RequestContext) => ProbeRequest)[] = [
  ...WEATHER_PATHS.map((path) => ({ at }: RequestContext) => ({
    path: `${path}?${at}&units=imperial&lang=fr`,
  })),
  ({ at, token, key }) => ({ path: `/prcpt?${at}&access_token=${token}&apikey=${key}` }),
  ({ at }) => ({ path: `/prcpt?${at}&${at}` }),
  ({ at }) => ({ path: `/prcpt?${at}x` }),
  ({ at, token }) => ({ path: `/prcpt?${at}&units=${token}` }),
  ({ at, key }) => ({ path: `/v1/forecast/hourly?${at}&hours=${key}` }),
  ({ at, token }) => ({ path: `/prcpt/${at}/${token}` }),
  ({ at, key }) => ({ path: `/${key}/%zz/${at}` }),
  ({ at }) => ({ path: `/prcpt?${at}`, method: 'DELETE' }),
  ({ at }) => ({ path: `/prcpt?${at}`, authorization: 'none' }),
  ({ at, forged }) => ({ path: `/prcpt?${at}`, authorization: `Bearer ${forged}` }),
  ({ at, token }) => ({ path: `/prcpt?${at}`, authorization: `Bearer ${token} ${token}` }),
  ({ at, key }) => ({ path: `/prcpt?${at}`, authorization: `Basic ${key}` }),
  ({ at, token }) => ({ path: `/health/ready?${at}&token=${token}` }),
];
const MALFORMED_EVERY = 25;

/** Sends request number `index`; resolves to the status. */
export async function sendNext(url: string, index: number, secrets: Secrets): Promise<number> {
  const { latitude, longitude } = secrets.position;
  const context = { ...secrets, at: `lt=${latitude}&lg=${longitude}` };
  if (index % MALFORMED_EVERY === 0) return (await sendRaw(url, malformedRequest(context))).status;
  const requestFor = REQUESTS[index % REQUESTS.length] as (typeof REQUESTS)[number];
  const { path, method, authorization } = requestFor(context);
  const headers = {
    ...headersOf(context, index),
    authorization: authorization ?? `Bearer ${context.token}`,
  };
  return (await sendRequest(url + path, { method: method ?? 'GET', headers })).status;
}

function headersOf(
  { at, token, key, address, position }: RequestContext,
  index: number,
): Record<string, string> {
  const all = `${at} ${token} ${key}`;
  return {
    // The only header that is returned: it holds one secret at a time, in the form of an id.
    'x-request-id':
      [key, token.split('.')[2], `${position.latitude}_${position.longitude}`][index % 3] ?? '',
    'x-forwarded-for': `${address}, 10.0.0.1`,
    forwarded: `for=${address};host="${all}"`,
    'x-real-ip': address,
    'user-agent': `watch (${all})`,
    referer: `https://watch.example/?${at}&token=${token}`,
    origin: `https://${key}.example`,
    cookie: `session=${token}; at=${at}; key=${key}`,
    'x-api-key': key,
    accept: `application/json;q=0.9;at="${all}"`,
    'accept-language': `${key}, fr;q=0.5`,
    'if-none-match': `W/"${all}"`,
    traceparent: `00-${key}-${at}-01`,
    tracestate: `at=${at},key=${key}`,
    baggage: `position=${position.latitude},token=${token},key=${key}`,
  };
}

/** A request that the HTTP parser rejects before routing. */
function malformedRequest({ at, token, key, address }: RequestContext): string {
  return `GET /prcpt?${at} HTTP/9.${key}\r\nAuthorization: Bearer ${token}\r\nX-Real-IP: ${address}\r\n\r\n`;
}

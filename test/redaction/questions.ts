import type { Position } from '@app/cells/position.js';
import { ask, sendRaw } from '../support/exchange.js';

/** What a watch knows that nobody else may read, and what it says about itself. */
export interface Secrets {
  readonly token: string;
  /** Signed by nobody. */
  readonly forged: string;
  /** Of the provider: an attacker may have it, too. */
  readonly key: string;
  readonly position: Position;
  readonly address: string;
}

interface Question {
  readonly path: string;
  readonly method?: string;
  readonly authorization?: string;
}

type Asked = Secrets & { readonly at: string };

/** Every way of asking that we know, right and wrong; each puts the secrets where it can. */
const QUESTIONS: readonly ((asked: Asked) => Question)[] = [
  ({ at }) => ({ path: `/prcpt?${at}` }),
  ({ at }) => ({ path: `/uvidx?${at}&units=imperial` }),
  ({ at }) => ({ path: `/v1/conditions?${at}&lang=fr` }),
  ({ at }) => ({ path: `/v1/forecast/hourly?${at}&hours=2` }),
  ({ at }) => ({ path: `/v1/forecast/daily?${at}&days=2` }),
  ({ at }) => ({ path: `/v1/alerts?${at}` }),
  ({ at }) => ({ path: `/v1/glance?${at}` }),
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
const RAW_EVERY = 25;

/** Asks the next of the questions; resolves to the status. */
export async function askNext(url: string, index: number, secrets: Secrets): Promise<number> {
  const { latitude, longitude } = secrets.position;
  const asked = { ...secrets, at: `lt=${latitude}&lg=${longitude}` };
  if (index % RAW_EVERY === 0) return (await sendRaw(url, unreadable(asked))).status;
  const question = QUESTIONS[index % QUESTIONS.length] as (typeof QUESTIONS)[number];
  const { path, method, authorization } = question(asked);
  const headers = {
    ...headersOf(asked, index),
    authorization: authorization ?? `Bearer ${asked.token}`,
  };
  return (await ask(url + path, { method: method ?? 'GET', headers })).status;
}

function headersOf(
  { at, token, key, address, position }: Asked,
  index: number,
): Record<string, string> {
  const all = `${at} ${token} ${key}`;
  return {
    // The one header that is sent back, so it holds one secret at a time, in a form that an id could have.
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

/** Bytes that no router sees. */
function unreadable({ at, token, key, address }: Asked): string {
  return `GET /prcpt?${at} HTTP/9.${key}\r\nAuthorization: Bearer ${token}\r\nX-Real-IP: ${address}\r\n\r\n`;
}

import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, FakeService, problem } from '../testing/fake-service.js';
import { Exchange } from './exchange.js';
import type { ExchangeResult } from './outcome.js';
import { TokenHolder, type TokenSource } from './token-holder.js';

const QUESTION = { path: '/uvidx?lt=1&lg=2', accept: 'application/json' };
const REFUSED = problem(401, 'unauthenticated');

let service: FakeService;
let issued: number;

beforeEach(() => {
  service = new FakeService();
  issued = 0;
});

const issue: TokenSource = async () => {
  issued += 1;
  return { value: `token-${issued}`, expiresAtMs: 3_600_000 };
};

const now = (): number => 0;

interface Circumstances {
  token?: TokenSource;
  timeoutMs?: number;
}

function put({ token = issue, timeoutMs = 10_000 }: Circumstances = {}): Promise<ExchangeResult> {
  const there = { baseUrl: 'https://weather.example', fetch: service.fetch, timeoutMs, now };
  return new Exchange(there, new TokenHolder(token, now)).put(QUESTION, null);
}

const tokens = (): (string | null)[] =>
  service.asked.map(({ headers }) => headers.get('authorization'));

/** Answers after the caller has given up. */
const never = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });

describe('a request to the service', () => {
  it('is repeated with a new token after a 401', async () => {
    service.answers(REFUSED, answer({ uvidx: 7 }));

    expect(await put()).toMatchObject({ kind: 'news', body: { uvidx: 7 } });
    expect(tokens()).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('is not repeated after a second 401', async () => {
    service.answers(REFUSED);

    expect(await put()).toMatchObject({ kind: 'failure', code: 'unauthenticated', status: 401 });
    expect(tokens()).toHaveLength(2);
  });

  it('is not sent without a token', async () => {
    const cause = new Error('the issuer is down');
    const failing: TokenSource = () => Promise.reject(cause);

    expect(await put({ token: failing })).toMatchObject({ code: 'no-token', status: null, cause });
    expect(service.asked).toHaveLength(0);
  });

  it('times out when the service hangs', async () => {
    service.answers(never);

    expect(await put({ timeoutMs: 1 })).toMatchObject({
      code: 'unreachable',
      cause: { name: 'TimeoutError' },
    });
  });

  it('times out when the body does not end', async () => {
    service.answers(async (signal) => {
      const endless = new ReadableStream({
        start: (stream) => signal.addEventListener('abort', () => stream.error(signal.reason)),
      });
      return new Response(endless);
    });

    expect(await put({ timeoutMs: 1 })).toMatchObject({ code: 'unreachable' });
  });

  it('times out when the issuer hangs', async () => {
    expect(await put({ token: () => new Promise(() => {}), timeoutMs: 1 })).toMatchObject({
      code: 'no-token',
      cause: { name: 'TimeoutError' },
    });
  });
});

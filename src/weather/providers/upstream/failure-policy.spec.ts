import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { LoadError } from '@app/load/load.error.js';
import { ProviderError, type ProviderFault } from '../provider.error.js';
import { FakeUpstream } from './testing/fake-upstream.js';
import { createUpstreamClient } from './testing/create-upstream-client.js';
import type { UpstreamClient } from './upstream.client.js';
import type { UpstreamRequest } from './upstream-request.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let provider: FakeUpstream;
let client: UpstreamClient;
let clock: FakeClock;
let fault: ProviderFault;

beforeEach(async () => {
  provider = new FakeUpstream();
  await provider.start();
  clock = new FakeClock();
  client = createUpstreamClient(clock);
});
afterEach(() => provider.stop());

type Changes = Partial<UpstreamRequest<unknown>>;

async function call(changes: Changes = {}): Promise<string> {
  const question: UpstreamRequest<unknown> = {
    operation: 'conditions',
    url: provider.url,
    parameters: {},
    headers: {},
    priority: 'missing',
    key: 'old',
    refuse: ({ status, retryAfterMs }) =>
      new ProviderError(fault, `status ${status}`, retryAfterMs),
    read: (body) => body,
    ...changes,
  };
  try {
    await client.request(question);
    return 'answered';
  } catch (error) {
    const { code, retryAfterMs } = LoadError.of(error);
    return code === 'paused' ? `paused ${retryAfterMs}` : code;
  }
}

function respondWithFault(as: ProviderFault, retryAfterSeconds?: number): void {
  fault = as;
  provider.respondWith('', {
    status: 400,
    ...(retryAfterSeconds ? { 'retry-after': retryAfterSeconds } : {}),
  });
}

describe('FAILURE_POLICY after an error response', () => {
  it.each([
    ['unauthorized', 1],
    ['forbidden', 1],
    ['quota', 1],
    ['unknown-place', 1],
    ['rejected', 1],
    ['failing', 2],
    ['malformed', 1],
    ['timeout', 1],
    ['network', 2],
  ] as const)('of kind %s makes %d call(s)', async (as, calls) => {
    respondWithFault(as);
    expect(await call()).toBe(as);

    expect(provider.requests).toHaveLength(calls);
  });

  it.each([
    ['unauthorized', { operation: 'daily' }, `paused ${5 * MINUTE}`],
    ['unauthorized', { key: 'new' }, 'answered'],
    ['quota', { operation: 'daily', key: 'new' }, `paused ${MINUTE}`],
    ['forbidden', {}, 'answered'],
    ['rejected', {}, 'answered'],
    ['unknown-place', {}, 'answered'],
    ['failing', {}, 'answered'],
    ['network', {}, 'answered'],
    ['timeout', {}, 'answered'],
    ['malformed', {}, 'answered'],
  ] as const)('of kind %s handles the next request (%j) with: %s', async (as, changes, next) => {
    respondWithFault(as);
    await call();
    provider.respondWith('{}');

    expect(await call(changes)).toBe(next);
  });

  it.each([
    ['unauthorized', 7, 'conditions', `paused ${5 * MINUTE}`],
    ['quota', 7, 'daily', `paused ${7 * SECOND}`],
    ['quota', 7_200, 'daily', `paused ${120 * MINUTE}`],
    ['quota', 9_999_999, 'daily', `paused ${24 * 60 * MINUTE}`],
    ['failing', 7, 'conditions', `paused ${7 * SECOND}`],
    ['failing', 7_200, 'conditions', `paused ${15 * MINUTE}`],
    ['failing', 7, 'daily', 'answered'],
    ['forbidden', 7, 'conditions', 'answered'],
  ] as const)(
    'of kind %s with Retry-After: %d handles %s with: %s',
    async (as, retryAfterSeconds, operation, next) => {
      respondWithFault(as, retryAfterSeconds);
      await call();
      provider.respondWith('{}');

      expect(await call({ operation })).toBe(next);
    },
  );

  it.each([
    ['failing', 'breaker-open'],
    ['network', 'breaker-open'],
    ['timeout', 'breaker-open'],
    ['malformed', 'breaker-open'],
    ['forbidden', 'answered'],
    ['rejected', 'answered'],
    ['unknown-place', 'answered'],
  ] as const)(
    'of kind %s, five times in a row, handles the sixth request with: %s',
    async (as, next) => {
      respondWithFault(as);
      for (let i = 0; i < 5; i += 1) await call({ priority: 'refresh' });
      provider.respondWith('{}');

      expect(await call()).toBe(next);
    },
  );
});

describe('FAILURE_POLICY after a successful response', () => {
  it('that was the last allowed one uses it and starts a cooldown of one minute', async () => {
    provider.respondWith('{}', { 'ratelimit-remaining': 0 });
    expect(await call()).toBe('answered');

    expect(await call({ operation: 'daily' })).toBe(`paused ${MINUTE}`);
    clock.advance(MINUTE);
    provider.respondWith('{}', { 'ratelimit-remaining': 249 });
    expect(await call()).toBe('answered');
    expect(await call()).toBe('answered');
  });

  it.each(['1', '249', 'none', '-1', ''])(
    'with RateLimit-Remaining: %p changes nothing',
    async (remaining) => {
      provider.respondWith('{}', { 'ratelimit-remaining': remaining });
      await call();

      expect(await call()).toBe('answered');
    },
  );
});

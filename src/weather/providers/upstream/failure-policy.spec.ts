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
let fault: ProviderFault;

beforeEach(async () => {
  provider = new FakeUpstream();
  await provider.start();
  client = createUpstreamClient(new FakeClock());
});
afterEach(() => provider.stop());

type Changes = Partial<UpstreamRequest<unknown>>;

async function call(changes: Changes = {}): Promise<string> {
  const question: UpstreamRequest<unknown> = {
    operation: 'conditions',
    item: 'torn',
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
    ['unauthorized', `paused ${MINUTE}`],
    ['forbidden', `paused ${MINUTE}`],
    ['malformed', `paused ${5 * SECOND}`],
    ['rejected', `paused ${MINUTE}`],
    ['unknown-place', `paused ${10 * MINUTE}`],
  ] as const)('of kind %s concerns the place alone: %s', async (as, next) => {
    respondWithFault(as);
    await call();
    provider.respondWith('{}');

    expect(await call()).toBe(next);
    expect(await call({ item: 'another' })).toBe('answered');
    expect(await call({ operation: 'daily' })).toBe('answered');
    expect(await call({ key: 'new' })).toBe('answered');
  });

  it.each(['failing', 'network', 'timeout'] as const)(
    'of kind %s concerns the place alone after the fifth in a row',
    async (as) => {
      respondWithFault(as);
      for (let i = 0; i < 4; i += 1) await call({ priority: 'refresh' });
      expect(await call({ priority: 'refresh' })).toBe(as);
      provider.respondWith('{}');

      expect(await call()).toBe(`paused ${2 * SECOND}`);
      expect(await call({ item: 'another' })).toBe('answered');
    },
  );

  it('of kind quota concerns the provider', async () => {
    respondWithFault('quota');
    await call();
    provider.respondWith('{}');

    const changes = { operation: 'daily', item: 'another', key: 'new' } as const;
    expect(await call(changes)).toBe(`paused ${MINUTE}`);
  });

  it.each([
    ['quota', 7, 'daily', `paused ${7 * SECOND}`],
    ['quota', 7_200, 'daily', `paused ${120 * MINUTE}`],
    ['quota', 9_999_999, 'daily', `paused ${24 * 60 * MINUTE}`],
    ['failing', 7, 'conditions', 'answered'],
    ['failing', 7, 'daily', 'answered'],
    ['forbidden', 7, 'conditions', 'answered'],
    ['unauthorized', 7, 'conditions', 'answered'],
  ] as const)(
    'of kind %s with Retry-After: %d handles %s of another place with: %s',
    async (as, retryAfterSeconds, operation, next) => {
      respondWithFault(as, retryAfterSeconds);
      await call();
      provider.respondWith('{}');

      expect(await call({ operation, item: 'another' })).toBe(next);
    },
  );

  it.each([
    [7, `paused ${7 * SECOND}`],
    [7_200, `paused ${15 * MINUTE}`],
  ] as const)(
    'of kind failing with Retry-After: %d concerns the place at once, and the operation after two: %s',
    async (retryAfterSeconds, next) => {
      respondWithFault('failing', retryAfterSeconds);
      await call();
      expect(await call()).toBe(next);
      await call({ item: 'another' });
      provider.respondWith('{}');

      expect(await call({ item: 'third' })).toBe(next);
      expect(await call({ operation: 'daily' })).toBe('answered');
    },
  );

  it.each([
    ['failing', 'breaker-open'],
    ['network', 'breaker-open'],
    ['timeout', 'breaker-open'],
    ['malformed', 'breaker-open'],
    ['forbidden', `paused ${5 * MINUTE}`],
    ['unauthorized', `paused ${5 * MINUTE}`],
    ['rejected', 'answered'],
    ['unknown-place', 'answered'],
  ] as const)(
    'of kind %s for five places in a row concerns the operation: the sixth gets %s',
    async (as, next) => {
      provider.respondWith('{}');
      await call({ item: 'works' });
      await call({ operation: 'daily', item: 'works' });
      respondWithFault(as);
      for (let i = 0; i < 5; i += 1) await call({ priority: 'refresh', item: `place ${i}` });
      provider.respondWith('{}');

      expect(await call({ item: 'sixth' })).toBe(next);
      expect(await call({ operation: 'daily' })).toBe('answered');
    },
  );

  it('of kind unauthorized concerns the key when nothing ever worked with it', async () => {
    respondWithFault('unauthorized');
    await call();
    await call({ operation: 'place', item: 'cell' });
    provider.respondWith('{}');

    expect(await call({ operation: 'daily' })).toBe(`paused ${5 * MINUTE}`);
    expect(await call({ operation: 'daily', key: 'new' })).toBe('answered');
  });
});

describe('FAILURE_POLICY after a successful response', () => {
  it.each(['0', '00', '1', '249', 'none', '-1', ''])(
    'with RateLimit-Remaining: %p changes nothing',
    async (remaining) => {
      provider.respondWith('{}', { 'ratelimit-remaining': remaining, 'retry-after': '60' });
      await call();

      expect(await call()).toBe('answered');
      expect(await call({ operation: 'daily' })).toBe('answered');
    },
  );
});

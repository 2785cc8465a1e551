import { inspect } from 'node:util';
import { Logger } from '@nestjs/common';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createUpstreamClient } from './testing/create-upstream-client.js';
import { FakeUpstream } from './testing/fake-upstream.js';
import { FeedClient } from './feed.client.js';

const CHANGED_AT = 'Thu, 01 Jan 2026 05:55:00 GMT';
const request = (item = '60.39,5.32') =>
  ({
    operation: 'alerts',
    item,
    path: '/current.json',
    parameters: { lat: '60.39' },
    priority: 'missing',
    read: (body: unknown, nowMs: number) => ({ body, nowMs }),
  }) as const;

const warnings: unknown[] = [];
const ignore = (): void => undefined;
const warn = (line: unknown): void => void warnings.push(line);
let feed: FakeUpstream;
let client: FeedClient;

beforeAll(() => {
  Logger.overrideLogger({ log: ignore, error: ignore, warn });
});

beforeEach(async () => {
  warnings.length = 0;
  feed = new FakeUpstream();
  await feed.start();
  client = new FeedClient(createUpstreamClient(), {
    url: `${feed.url}/`,
    userAgent: 'a/1 (b@c.d)',
  });
});
afterEach(() => feed.stop());

const bodyOf = async (item?: string): Promise<unknown> =>
  (await client.request(request(item))).value.body;

describe('FeedClient', () => {
  it('names itself and a contact', async () => {
    await bodyOf();
    expect(feed.requests[0]?.headers['user-agent']).toBe('a/1 (b@c.d)');
    expect(feed.requests[0]?.url.pathname).toBe('/current.json');
  });

  it('asks whether an answer has changed since, and reads it again when it has not', async () => {
    feed.respondWith('{"features":[1]}', { 'last-modified': CHANGED_AT });
    const first = await bodyOf();
    feed.respondWith('', { status: 304 });

    expect(await bodyOf()).toEqual(first);
    expect(feed.requests.map(({ headers }) => headers['if-modified-since'])).toEqual([
      undefined,
      CHANGED_AT,
    ]);
    feed.respondWith('{"features":[]}', { 'last-modified': CHANGED_AT });
    expect(await bodyOf()).toEqual({ features: [] });
  });

  it('asks for another item without a condition', async () => {
    feed.respondWith('{}', { 'last-modified': CHANGED_AT });
    await bodyOf();
    await bodyOf('1,2');
    expect(feed.requests[1]?.headers['if-modified-since']).toBeUndefined();
  });

  it('takes an unasked 304 for no answer', async () => {
    feed.respondWith('', { status: 304 });
    await expect(bodyOf()).rejects.toMatchObject({ fault: 'malformed' });
  });

  it('reads the answers of a deprecated version, and says so once', async () => {
    feed.respondWith('{"features":[]}', { status: 203 });
    expect(await bodyOf()).toEqual({ features: [] });
    expect(await bodyOf('1,2')).toEqual({ features: [] });
    expect(warnings).toEqual([
      `${new URL(feed.url).host} will end the version that is used: its data are still valid.`,
    ]);
  });

  it.each([
    [400, 'rejected', undefined],
    [401, 'forbidden', undefined],
    [403, 'forbidden', undefined],
    [404, 'rejected', undefined],
    [408, 'timeout', undefined],
    [422, 'rejected', undefined],
    [429, 'quota', 5_000],
    [500, 'failing', undefined],
    [301, 'malformed', undefined],
    [418, 'malformed', undefined],
  ])('takes status %d for %s', async (status, fault, retryAfterMs) => {
    feed.respondWith('{"detail":"60.39 is no position"}', { status, location: 'http://x.test/' });
    const failure = await bodyOf().catch((error: unknown) => error);

    expect(failure).toMatchObject({ fault, retryAfterMs });
    expect(inspect(failure, { depth: Infinity })).not.toContain('60.39');
  });

  it('pauses for as long as the feed says', async () => {
    feed.respondWith('', { status: 429, 'retry-after': '30' });
    await expect(bodyOf()).rejects.toMatchObject({ fault: 'quota', retryAfterMs: 30_000 });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ApiProcess } from './support/api-process.js';
import { eventually } from './support/eventually.js';
import { ask, type Answer } from './support/exchange.js';
import { MovedClock } from './support/preloads/moved-clock.js';
import { World } from './support/world.js';

type Endpoint = keyof World['simulator']['calls']['byEndpoint'];

const ONE_PAST_MS = Date.UTC(2024, 6, 9, 13, 1);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'ja', 'zh'];
const PATHS = [
  '/prcpt',
  '/uvidx',
  '/v1/conditions',
  '/v1/forecast/hourly',
  '/v1/forecast/daily',
  '/v1/alerts',
  '/v1/glance',
];
/** Those with words in them. */
const WORDED = PATHS.filter((path) => path.startsWith('/v1/') && path !== '/v1/glance');

const tagOf = ({ headers }: Answer): string => headers.etag ?? 'no tag';

describe('what a watch keeps', () => {
  let clock: MovedClock;
  let world: World;
  /** The provider's weather is of this instant. */
  let weatherOfMs = ONE_PAST_MS;
  let pods: [ApiProcess, ApiProcess];

  beforeAll(async () => {
    clock = new MovedClock(ONE_PAST_MS);
    world = await World.start({
      // Without Redis: each pod buys its own copy.
      apis: 2,
      environment: clock.environment,
      now: () => weatherOfMs,
    });
    pods = world.apis as [ApiProcess, ApiProcess];
  });
  afterAll(async () => {
    await (world as World | undefined)?.stop();
    clock.remove();
  });
  beforeEach(() => {
    world.simulator.fault = undefined;
    world.simulator.resetCalls();
  });

  const get = (target: string, headers: Record<string, string> = {}, pod = pods[0]) =>
    ask(pod.url + target, { headers: { authorization: `Bearer ${world.token}`, ...headers } });

  describe.each(PATHS)('of %s', (path) => {
    const target = `${path}?lt=48.8705&lg=2.3049`;

    it('has one tag on every pod, in each view', async () => {
      for (const view of ['', '&units=imperial', '&lang=ja']) {
        const [first, second] = [await get(target + view), await get(target + view, {}, pods[1])];
        expect(first.status).toBe(200);
        expect(tagOf(first)).toMatch(/^W\/"[\w-]{16}"$/);
        expect(tagOf(second)).toBe(tagOf(first));
      }
    });

    it('is not sent again: a 304 has the headers of the 200, and no body', async () => {
      const whole = await get(target);
      const unchanged = await get(target, { 'if-none-match': tagOf(whole) });

      expect(unchanged).toMatchObject({ status: 304, text: '' });
      expect(unchanged.headers).not.toHaveProperty('content-type');
      for (const name of [
        'etag',
        'vary',
        'content-location',
        'content-language',
        'last-modified',
      ]) {
        expect([name, unchanged.headers[name]]).toEqual([name, whole.headers[name]]);
      }
      expect(unchanged.headers['cache-control']).toMatch(/^private, max-age=[1-9]\d*, stale-if-e/);
    });

    it('is compared before anything is bought, even while the provider hangs', async () => {
      const whole = await get(target);
      world.simulator.fault = { kind: 'hang' };
      world.simulator.resetCalls();

      expect((await get(target, { 'if-none-match': tagOf(whole) })).status).toBe(304);
      expect(world.simulator.calls.total).toBe(0);
    });

    it('says how it is to be kept', async () => {
      await get(target);
      const { headers } = await get(target);

      expect(headers).toMatchObject({
        'cache-control': expect.stringMatching(
          /^private, max-age=[1-9]\d*, stale-if-error=[1-9]\d*$/,
        ),
        'cache-status': expect.stringMatching(/^mfapi; hit; ttl=\d+$/),
        vary: 'Accept, Accept-Language',
      });
      expect(headers).not.toHaveProperty('age');
      expect(Date.parse(headers['last-modified'] ?? '')).toBeLessThanOrEqual(clock.nowMs());
      expect(headers['content-language']).toBe(WORDED.includes(path) ? 'en' : undefined);
    });

    it.each(['', '&units=imperial', '&lang=fr-CA', '&units=imperial&lang=xx'])(
      'is the same where Content-Location says, at the centre of the cell%s',
      async (view) => {
        const here = await get(target + view, { 'accept-language': 'de' });
        const location = String(here.headers['content-location']);
        const there = await get(location);

        expect(location).toMatch(new RegExp(`^${path}\\?lt=48\\.8\\d+&lg=2\\.3\\d*(&|$)`));
        expect(location).not.toContain('48.8705');
        expect(there.headers['content-location']).toBe(location);
        expect(there.headers['content-language']).toBe(here.headers['content-language']);
        expect(tagOf(there)).toBe(tagOf(here));
      },
    );
  });

  it.each<[string, (tag: string) => string, number]>([
    ['its tag', (tag) => tag, 304],
    ['its tag as a strong one', (tag) => tag.slice('W/'.length), 304],
    ['anything', () => '*', 304],
    ['a list with it', (tag) => `"x", ${tag},W/"y"`, 304],
    ['a list over two lines', (tag) => `"x",\t${tag} ,`, 304],
    ['another', () => 'W/"AAAAAAAAAAAAAAAA"', 200],
    ['its tag without quotes', (tag) => tag.replaceAll('"', ''), 200],
    ['a list with a star', (tag) => `*, ${tag}`, 200],
    ['a list that breaks off', (tag) => `${tag}, "x`, 200],
  ])('is asked for by If-None-Match with %s', async (_what, fieldOf, status) => {
    const target = '/v1/conditions?lt=51.5074&lg=-0.1278';
    const tag = tagOf(await get(target));

    expect((await get(target, { 'if-none-match': fieldOf(tag) })).status).toBe(status);
  });

  it.each<[string, Endpoint, number]>([
    ['/uvidx', 'currentconditions', 20 * MINUTE_MS],
    ['/v1/conditions', 'currentconditions', 20 * MINUTE_MS],
    ['/v1/forecast/hourly', 'hourly', 40 * MINUTE_MS],
    ['/v1/forecast/daily', 'daily', 100 * MINUTE_MS],
    ['/v1/alerts', 'alerts', 6 * MINUTE_MS],
  ])(
    'of %s keeps its tag when a refresh brought the same, and loses it with the weather',
    async (path, endpoint, passMs) => {
      const target = `${path}?lt=40.7128&lg=-74.006`;
      world.simulator.settings.alerts = 'always';
      await nextDay(target, endpoint);
      const before = await get(target);

      await refreshed(target, endpoint, passMs);
      const unchanged = await get(target, { 'if-none-match': tagOf(before) });
      expect(unchanged.headers['cache-status']).toMatch(/^mfapi; hit; ttl=\d/);
      expect([unchanged.status, tagOf(unchanged)]).toEqual([304, tagOf(before)]);

      let changed = unchanged;
      // The UV index of one night is that of the next: at most a day of days, each an hour later.
      for (let days = 0; days < 24 && changed.status === 304; days += 1) {
        await nextDay(target, endpoint);
        changed = await get(target, { 'if-none-match': tagOf(before) });
      }
      expect(changed.status).toBe(200);
      expect(tagOf(changed)).not.toBe(tagOf(before));
    },
  );

  /** At a full hour, with other weather. */
  async function nextDay(target: string, endpoint: Endpoint): Promise<void> {
    clock.advance(25 * HOUR_MS - (clock.nowMs() % HOUR_MS));
    weatherOfMs = clock.nowMs();
    await refreshed(target, endpoint, 0);
  }

  /** Lets its time pass, and asks until the provider was asked. */
  async function refreshed(target: string, endpoint: Endpoint, passMs: number): Promise<void> {
    clock.advance(passMs);
    const callsBefore = world.simulator.calls.byEndpoint[endpoint];
    await eventually(async () => {
      const { headers } = await get(target);
      const isFresh = !String(headers['cache-status']).includes('ttl=-');
      return isFresh && world.simulator.calls.byEndpoint[endpoint] > callsBefore;
    });
  }

  it.each(['&lang=', 'accept-language'])(
    'is bought once for nine languages in two unit systems, chosen by %s',
    async (how) => {
      const at = how === '&lang=' ? 'lt=45.764&lg=4.8357' : 'lt=52.2297&lg=21.0122';
      const tags = new Set<string>();
      for (const units of ['metric', 'imperial']) {
        for (const language of LANGUAGES) {
          const target = `/v1/conditions?${at}&units=${units}`;
          const answer = await (how === '&lang='
            ? get(`${target}&lang=${language}`)
            : get(target, { 'accept-language': language }));
          expect(answer.headers['content-language']).toBe(language);
          tags.add(tagOf(answer));
        }
      }

      expect(tags.size).toBeGreaterThanOrEqual(LANGUAGES.length);
      expect(world.simulator.calls).toMatchObject({
        total: 2,
        byEndpoint: { search: 1, currentconditions: 1 },
      });
    },
  );
});

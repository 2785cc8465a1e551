import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '../src/weather/i18n/language.js';
import type { ApiProcess } from './support/api-process.js';
import { eventually } from './support/eventually.js';
import { sendRequest, type RawResponse } from './support/http-client.js';
import { MovedClock } from './support/preloads/moved-clock.js';
import { PATHS_WITH_TEXT, WEATHER_PATHS } from './support/weather-paths.js';
import { World } from './support/world.js';

type Endpoint = keyof World['simulator']['calls']['byEndpoint'];

const ONE_PAST_MS = Date.UTC(2024, 6, 9, 13, 1);
const HOUR_MS = 3_600_000;

/** The remaining freshness, in seconds. */
const ttlOf = ({ headers }: RawResponse): number =>
  Number(/ttl=(\d+)/.exec(String(headers['cache-status']))?.[1]);
const etagOf = ({ headers }: RawResponse): string => headers.etag ?? 'no ETag';

describe('HTTP caching', () => {
  let clock: MovedClock;
  let world: World;
  /** The simulator's clock. */
  let weatherOfMs = ONE_PAST_MS;
  let pods: [ApiProcess, ApiProcess];

  beforeAll(async () => {
    clock = new MovedClock(ONE_PAST_MS);
    world = await World.start({
      // Without Redis each pod loads its own copy.
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
    sendRequest(pod.url + target, {
      headers: { authorization: `Bearer ${world.token}`, ...headers },
    });

  describe.each(WEATHER_PATHS)('of %s', (path) => {
    const target = `${path}?lt=48.8705&lg=2.3049`;

    it('has the same ETag on every pod, one per view', async () => {
      for (const view of ['', '&units=imperial', '&lang=ja']) {
        const [first, second] = [await get(target + view), await get(target + view, {}, pods[1])];
        expect(first.status).toBe(200);
        expect(etagOf(first)).toMatch(/^W\/"[\w-]{16}"$/);
        expect(etagOf(second)).toBe(etagOf(first));
      }
    });

    it('answers If-None-Match with a 304 that has the headers of the 200 and no body', async () => {
      const whole = await get(target);
      const unchanged = await get(target, { 'if-none-match': etagOf(whole) });

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

    it('answers 304 without a call to the provider, even while the provider hangs', async () => {
      const whole = await get(target);
      world.simulator.fault = { kind: 'hang' };
      world.simulator.resetCalls();

      expect((await get(target, { 'if-none-match': etagOf(whole) })).status).toBe(304);
      expect(world.simulator.calls.total).toBe(0);
    });

    it('sends Cache-Control, Cache-Status, Vary, Last-Modified and Content-Language', async () => {
      await get(target);
      const { headers } = await get(target);

      expect(headers).toMatchObject({
        'cache-control': expect.stringMatching(
          /^private, max-age=[1-9]\d*, stale-if-error=[1-9]\d*$/,
        ),
        'cache-status': expect.stringMatching(/^mfapi; hit; ttl=\d+$/),
        vary: expect.stringMatching(/^Accept, Accept-Language(, Accept-Encoding)?$/),
      });
      expect(headers).not.toHaveProperty('age');
      expect(Date.parse(headers['last-modified'] ?? '')).toBeLessThanOrEqual(clock.nowMs());
      expect(headers['content-language']).toBe(PATHS_WITH_TEXT.includes(path) ? 'en' : undefined);
    });

    it.each(['', '&units=imperial', '&lang=fr-CA', '&units=imperial&lang=xx'])(
      'serves the same representation at its Content-Location, the centre of the cell%s',
      async (view) => {
        const here = await get(target + view, { 'accept-language': 'de' });
        const location = String(here.headers['content-location']);
        const there = await get(location);

        expect(location).toMatch(new RegExp(`^${path}\\?lt=48\\.8\\d+&lg=2\\.3\\d*(&|$)`));
        expect(location).not.toContain('48.8705');
        expect(there.headers['content-location']).toBe(location);
        expect(there.headers['content-language']).toBe(here.headers['content-language']);
        expect(etagOf(there)).toBe(etagOf(here));
      },
    );
  });

  it('has a language where there are texts of this service: not for the words of an authority', () => {
    expect(PATHS_WITH_TEXT.toSorted()).toEqual([
      '/v1/conditions',
      '/v1/forecast/daily',
      '/v1/forecast/hourly',
      '/v1/forecast/minutely',
    ]);
  });

  it.each(WEATHER_PATHS.filter((path) => !PATHS_WITH_TEXT.includes(path)))(
    'ignores a language for %s, which has no texts',
    async (path) => {
      const target = `${path}?lt=48.8705&lg=2.3049`;
      const [plain, french] = [await get(target), await get(`${target}&lang=fr`)];

      expect([french.status, etagOf(french)]).toEqual([200, etagOf(plain)]);
      expect(french.headers).not.toHaveProperty('content-language');
      expect(french.headers['content-location']).not.toContain('lang=');
    },
  );

  it.each<[string, (tag: string) => string, number]>([
    ['the ETag', (tag) => tag, 304],
    ['the ETag as a strong one', (tag) => tag.slice('W/'.length), 304],
    ['*', () => '*', 304],
    ['a list that contains the ETag', (tag) => `"x", ${tag},W/"y"`, 304],
    ['a list with tabs and empty elements', (tag) => `"x",\t${tag} ,`, 304],
    ['the ETag of Apache’s gzip', (tag) => tag.replace(/"$/, '-gzip"'), 304],
    ['the ETag of a Brotli proxy', (tag) => tag.replace(/"$/, '-br"'), 304],
    ['the ETag of Jetty’s gzip', (tag) => tag.replace(/"$/, '--gzip"'), 304],
    ['the ETag with ;gzip, strong', (tag) => tag.slice(2).replace(/"$/, ';gzip"'), 304],
    ['the ETag with -gzip after the quotes', (tag) => `${tag}-gzip`, 304],
    ['the ETag with ;gzip after the quotes', (tag) => `${tag};gzip`, 304],
    ['a list of compressed tags', (tag) => `"x-gzip", ${tag.replace(/"$/, '-gzip"')}`, 304],
    ['another compressed ETag', () => 'W/"AAAAAAAAAAAAAAAA-gzip"', 200],
    ['the start of the ETag, compressed', (tag) => tag.replace(/.."$/, '-gzip"'), 200],
    ['an unknown suffix', (tag) => tag.replace(/"$/, '-copy"'), 200],
    ['another ETag', () => 'W/"AAAAAAAAAAAAAAAA"', 200],
    ['the ETag without quotes', (tag) => tag.replaceAll('"', ''), 200],
    ['a list with a star', (tag) => `*, ${tag}`, 200],
    ['an incomplete list', (tag) => `${tag}, "x`, 200],
  ])('evaluates If-None-Match with %s', async (_what, fieldOf, status) => {
    const target = '/v1/conditions?lt=51.5074&lg=-0.1278';
    const tag = etagOf(await get(target));

    expect((await get(target, { 'if-none-match': fieldOf(tag) })).status).toBe(status);
  });

  it.each<[string, Endpoint]>([
    ['/uvidx', 'currentconditions'],
    ['/v1/conditions', 'currentconditions'],
    ['/v1/forecast/hourly', 'hourly'],
    ['/v1/forecast/daily', 'daily'],
    ['/v1/alerts', 'alerts'],
  ])(
    'keeps the ETag of %s when a refresh loads the same weather, and changes it with the weather',
    async (path, endpoint) => {
      const target = `${path}?lt=40.7128&lg=-74.006`;
      world.simulator.settings.alerts = 'always';
      await nextDay(target, endpoint);
      const before = await get(target);

      clock.advance((ttlOf(before) + 1) * 1_000);
      await refreshed(target, endpoint);
      const unchanged = await get(target, { 'if-none-match': etagOf(before) });
      expect(unchanged.headers['cache-status']).toMatch(/^mfapi; hit; ttl=\d/);
      expect([unchanged.status, etagOf(unchanged)]).toEqual([304, etagOf(before)]);

      let changed = unchanged;
      // The UV index of two nights may be equal: try up to 24 days, each an hour later in the day.
      for (let days = 0; days < 24 && changed.status === 304; days += 1) {
        await nextDay(target, endpoint);
        changed = await get(target, { 'if-none-match': etagOf(before) });
      }
      expect(changed.status).toBe(200);
      expect(etagOf(changed)).not.toBe(etagOf(before));
    },
  );

  /** Moves to a full hour of the next day, with other weather. */
  async function nextDay(target: string, endpoint: Endpoint): Promise<void> {
    clock.advance(25 * HOUR_MS - (clock.nowMs() % HOUR_MS));
    weatherOfMs = clock.nowMs();
    await refreshed(target, endpoint);
  }

  /** Sends requests until the provider was called. */
  async function refreshed(target: string, endpoint: Endpoint): Promise<void> {
    const callsBefore = world.simulator.calls.byEndpoint[endpoint];
    await eventually(async () => {
      const { headers } = await get(target);
      const isFresh = !String(headers['cache-status']).includes('ttl=-');
      return isFresh && world.simulator.calls.byEndpoint[endpoint] > callsBefore;
    });
  }

  it.each(['&lang=', 'accept-language'])(
    'loads once for all languages and both unit systems, chosen by %s',
    async (source) => {
      const at = source === '&lang=' ? 'lt=45.764&lg=4.8357' : 'lt=52.2297&lg=21.0122';
      const tags = new Set<string>();
      for (const units of ['metric', 'imperial']) {
        for (const language of LANGUAGES) {
          const target = `/v1/conditions?${at}&units=${units}`;
          const answer = await (source === '&lang='
            ? get(`${target}&lang=${language}`)
            : get(target, { 'accept-language': language }));
          expect(answer.headers['content-language']).toBe(language);
          tags.add(etagOf(answer));
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

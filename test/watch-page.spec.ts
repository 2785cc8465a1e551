import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { createControls } from '../apps/demo/controls/create-controls.js';
import { FAILS } from '../apps/demo/controls/provider-trouble.control.js';
import { readCounters } from '../apps/demo/counters/counters.js';
import { SIMULATED_SETTINGS } from '../apps/demo/simulated-settings.js';
import { WATCH_PLACES } from '../apps/demo/watch/watch-places.js';
import { WatchPage } from '../apps/demo/watch/watch-page.js';
import { eventually } from './support/eventually.js';
import { MovedClock } from './support/preloads/moved-clock.js';
import { CHROMIUM, launchChromium } from './support/tools/chromium.js';
import { describeWith } from './support/tools/describe-with.js';
import { World } from './support/world.js';

const ONE_PAST_MS = Date.UTC(2026, 6, 9, 13, 1);
const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
const CONDITIONS_WINDOW_SECONDS = 30;
/** The page redraws each second, later beside other suites. */
const REDRAWN_WITHIN_MS = 8_000;
/** Longer than a circuit breaker stays open. */
const PATIENCE_MS = 60_000;
/** Between an almanac, for the middle of a city, and the provider. */
const SUN_TOLERANCE_MINUTES = 12;
const PHONE = { width: 390, height: 844 };

/** Sunrise and sunset on 9 July, from an almanac. */
const CITIES = {
  Paris: ['Europe/Paris', '05:58', '21:53'],
  London: ['Europe/London', '04:54', '21:17'],
  Tokyo: ['Asia/Tokyo', '04:33', '18:59'],
  Kathmandu: ['Asia/Kathmandu', '05:15', '19:02'],
  Sydney: ['Australia/Sydney', '07:00', '16:59'],
  'San Francisco': ['America/Los_Angeles', '05:55', '20:34'],
  Honolulu: ['Pacific/Honolulu', '05:55', '19:17'],
  'a village': ['Europe/Warsaw', '04:46', '21:13'],
} as const satisfies Record<(typeof WATCH_PLACES)[number]['name'], readonly string[]>;
type City = keyof typeof CITIES;
const NAMES = Object.keys(CITIES) as City[];

/** What a browser shows of one face. */
interface Shown {
  readonly label: string;
  readonly texts: readonly string[];
  readonly hours: readonly string[];
}

/** Reads the faces of the page by the names of the places. */
const READ_FACES = `Object.fromEntries([...document.querySelectorAll('figure')].map((figure) => [
  figure.querySelector('figcaption').textContent,
  {
    label: figure.querySelector('svg')?.getAttribute('aria-label') ?? '',
    texts: [...figure.querySelectorAll('svg > text')].map(({ textContent }) => textContent),
    hours: [...figure.querySelectorAll('.hour title')].map(({ textContent }) => textContent),
  },
]))`;

describeWith(CHROMIUM)('the page of watches', () => {
  let clock: MovedClock;
  let world: World;
  let watchPage: WatchPage;
  let browser: Browser;
  let page: Page;
  let faces: Readonly<Record<City, Shown>>;
  const foreign: string[] = [];

  beforeAll(async () => {
    clock = new MovedClock(ONE_PAST_MS);
    const environment = { ...clock.environment, ...SIMULATED_SETTINGS };
    world = await World.start({ environment, now: clock.nowMs });
    const { url: apiUrl, metricsUrl } = world.api;
    const { simulatorUrl, issuerUrl } = world;
    watchPage = new WatchPage({
      apiUrl,
      metricsUrl,
      tokenOf: (user) => world.tokenOf(user),
      controls: createControls({ apiUrl, issuerUrl, metricsUrl, simulatorUrl, redis: undefined }),
      port: 0,
    });
    const url = await watchPage.start();
    browser = await launchChromium();
    page = await browser.newPage();
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== new URL(url).origin) foreign.push(request.url());
    });
    await page.clock.setFixedTime(ONE_PAST_MS);
    await page.goto(url);
    await page.waitForFunction('document.querySelectorAll("figure svg").length === 8');
    faces = await page.evaluate(READ_FACES);
  });
  afterAll(async () => {
    await browser.close();
    await watchPage.stop();
    await world.stop();
    clock.remove();
  });

  it.each(NAMES)('shows the local time of %s', (city) => {
    expect(faces[city].texts).toContain(localTime(city, ONE_PAST_MS));
  });

  it.each(NAMES)('shows the coming local hours of %s', (city) => {
    const starts = faces[city].hours.map((hour) => hour.slice(0, 5));
    const firstMs = nextFullHourMs(city);
    const expected = starts.map((_, index) => localTime(city, firstMs + index * HOUR_MS));

    expect(starts).toEqual(expected);
    expect(starts.length).toBe(6);
  });

  it.each(NAMES)('tells day from night in %s', (city) => {
    const [, rise, set] = CITIES[city];
    const drawn = faces[city].hours.map((hour) => hour.split(', ').slice(0, 2));
    const wrong = drawn.filter(([start = '', sky]) => {
      const isNearChange = [rise, set].some(
        (at) => minutesBetween(start, at) < SUN_TOLERANCE_MINUTES,
      );
      return !isNearChange && sky !== (start > rise && start < set ? 'day' : 'night');
    });

    expect(wrong).toEqual([]);
  });

  // The sky of the observation; San Francisco's was before sunrise.
  it.each(NAMES.filter((city) => city !== 'San Francisco'))('shows the sky over %s', (city) => {
    expect(faces[city].label).toContain(isDay(city) ? ', day,' : ', night,');
  });

  it.each(NAMES)('shows sunrise and sunset of %s', (city) => {
    const [, rise, set] = CITIES[city];
    const clocks = faces[city].texts.filter((text) => /^\d\d:\d\d$/.test(text)).slice(-2);

    expect(minutesBetween(clocks[0] ?? '', rise)).toBeLessThan(SUN_TOLERANCE_MINUTES);
    expect(minutesBetween(clocks[1] ?? '', set)).toBeLessThan(SUN_TOLERANCE_MINUTES);
  });

  it('asks no other server', () => {
    expect(foreign).toEqual([]);
  });

  it('draws every icon', async () => {
    const icons = await page.evaluate<readonly string[]>(
      `Array.from(document.querySelectorAll('image'), (image) => image.getAttribute('href'))`,
    );
    const { origin } = new URL(page.url());
    const statuses = await Promise.all(
      icons.map(async (icon) => (await fetch(origin + icon)).status),
    );

    expect(statuses).toEqual(Array.from({ length: 8 }, () => 200));
  });

  /** Lets time pass for the API, the provider and the browser. */
  async function pass(seconds: number): Promise<void> {
    clock.advance(seconds * SECOND_MS);
    await page.clock.setFixedTime(clock.nowMs());
  }

  const shown = (selector: string) => page.locator(selector).count();
  const textOf = (selector: string) => page.locator(selector).innerText();

  it('shows below each face what its last request cost', async () => {
    const lines = await page.locator('.exchange').allInnerTexts();

    expect(lines).toHaveLength(8);
    expect(lines.filter((line) => !/^\d+ B · (hit|miss|stale|304) · \d+ ms$/.test(line))).toEqual(
      [],
    );
  });

  it('counts the requests and provider calls of the API, and what they cost', async () => {
    await eventually(async () => {
      const { requests, providerCalls } = await readCounters(world.api.metricsUrl);
      expect(await textOf('#requests')).toBe(String(requests));
      expect(await textOf('#provider-calls')).toBe(String(providerCalls));
      expect(await textOf('#cost')).toBe(`$${(providerCalls / 1000).toFixed(2)}`);
      return requests >= 8 && providerCalls >= 8;
    });
  });

  it('has no grey face after a window in which nothing was broken', async () => {
    // Records vary by 10 %.
    await pass(1.2 * CONDITIONS_WINDOW_SECONDS);
    await page.reload();
    await page.waitForFunction('document.querySelectorAll("figure svg").length === 8');

    expect(await shown('.face.fresh')).toBe(8);
  });

  it('keeps all faces while the provider fails, marks them within a minute of their window, and they recover', async () => {
    const before = await shown('figure svg');
    const button = page.getByRole('button', { name: 'Provider fails' });
    await button.press('Enter');
    await eventually(async () => (await button.getAttribute('aria-pressed')) === 'true');
    expect(await textOf('#status')).toBe(FAILS.says.on);
    await pass(CONDITIONS_WINDOW_SECONDS + 60);

    await eventually(async () => (await shown('.face.stale')) === before, PATIENCE_MS);
    expect(await shown('figure svg')).toBe(before);
    await button.press('Enter');
    await eventually(async () => (await textOf('#status')) === FAILS.says.off);
    const allFresh = async () => (await shown('.face.fresh')) === before;
    await eventually(async () => {
      // Beyond the time in which a stale copy is served while it is refreshed.
      await pass(2 * CONDITIONS_WINDOW_SECONDS);
      return eventually(allFresh, REDRAWN_WITHIN_MS).catch(() => false);
    }, PATIENCE_MS);
  });

  it('says why it cannot kill a Redis that is not there', async () => {
    const button = page.getByRole('button', { name: 'Redis dies' });

    expect(await button.isDisabled()).toBe(true);
    expect(await button.getAttribute('title')).toBe('There is no redis-server on this machine.');
  });

  it('adds a watch at a typed position, and where the map is clicked', async () => {
    await page.getByLabel('Latitude').fill('-22.9');
    await page.getByLabel('Longitude').fill('-43.2');
    await page.getByLabel('Longitude').press('Enter');
    const map = page.locator('#map');
    const { width = 0, height = 0 } = (await map.boundingBox()) ?? {};
    // The middle of France.
    await map.click({ position: { x: (182.5 / 360) * width, y: (43.5 / 180) * height } });

    await eventually(async () => (await shown('figure svg')) === 10);
    const names = await page.locator('figcaption').allInnerTexts();
    const labels = await page.evaluate<readonly string[]>(
      `Array.from(document.querySelectorAll('figure svg'), (svg) => svg.getAttribute('aria-label'))`,
    );
    // The names of their glances.
    const name: unknown = expect.stringMatching(/^[A-Z][a-z]+$/);
    expect(names.slice(8)).toEqual([name, name]);
    expect(labels.slice(8).map((label) => label.split(',')[0])).toEqual(names.slice(8));
  });

  it.each([
    ['an unknown control', '/controls/other', 'application/json', 404],
    ['a form of another page', '/controls/provider-fails', 'text/plain', 415],
    ['a control that is unavailable', '/controls/redis-dies', 'application/json', 409],
  ])('rejects %s', async (_what, path, type, status) => {
    const response = await fetch(new URL(page.url()).origin + path, {
      method: 'POST',
      headers: { 'content-type': type },
      body: '{"on":true}',
    });

    expect(response.status).toBe(status);
  });

  it('does not scroll sideways on a phone', async () => {
    await page.setViewportSize(PHONE);

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
  });

  it.each([
    '/page/../watch-page.ts',
    '/page/%2e%2e/watch-page.js',
    '/icons/..%2f..%2fpackage.json',
    '/other',
  ])('has nothing at %s', async (path) => {
    expect((await fetch(new URL(page.url()).origin + path)).status).toBe(404);
  });
});

function localTime(city: City, atMs: number): string {
  const [timeZone] = CITIES[city];
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  return format.format(atMs);
}

/** The provider's hours begin with the hours of the place. */
function nextFullHourMs(city: City): number {
  const quarters = Array.from({ length: 4 }, (_, index) =>
    Date.UTC(2026, 6, 9, 13, 15 * (index + 1)),
  );
  return quarters.find((atMs) => localTime(city, atMs).endsWith(':00')) ?? NaN;
}

function isDay(city: City): boolean {
  const [, rise, set] = CITIES[city];
  const now = localTime(city, ONE_PAST_MS);
  return now > rise && now < set;
}

/** Between two times of a clock, on the same day. */
function minutesBetween(one: string, other: string): number {
  const [a = 0, b = 0] = [one, other].map((text) => {
    const [hours = 0, minutes = 0] = text.split(':').map(Number);
    return hours * 60 + minutes;
  });
  return Math.abs(a - b);
}

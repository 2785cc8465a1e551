import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { PackedClient } from './support/packed-client.js';
import { SameOriginServer } from './support/same-origin-server.js';
import { CHROMIUM, launchChromium } from './support/tools/chromium.js';
import { describeWith } from './support/tools/describe-with.js';
import { World } from './support/world.js';

/** Creates a client in the page, with a clock that the test moves. */
const CREATE_CLIENT = `(async (token) => {
  const { WatchClient } = await import('/scripts/index.js');
  globalThis.aheadMs = 0;
  globalThis.client = new WatchClient({
    baseUrl: location.origin + '/api',
    token: async () => ({ value: token, expiresAtMs: Date.now() + 86_400_000 }),
    now: () => Date.now() + aheadMs,
  });
})`;
const PARIS = '{ latitude: 48.8705, longitude: 2.3049 }';
const DAY_MS = 86_400_000;

describeWith(CHROMIUM)('the watch client in a browser', () => {
  let world: World;
  let packed: PackedClient;
  let server: SameOriginServer;
  let browser: Browser;
  let page: Page;
  let url: string;

  beforeAll(async () => {
    packed = PackedClient.pack();
    world = await World.start();
    server = new SameOriginServer(join(packed.installed, 'dist/esm'), world.api.url);
    url = await server.start();
    browser = await launchChromium();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await world.stop();
    packed.remove();
  });
  beforeEach(async () => {
    await openPage();
    server.calls.length = 0;
  });

  /** Forgets the client of the previous page, not the browser's cache. */
  async function openPage(): Promise<void> {
    await page.goto(url);
    await page.evaluate(`${CREATE_CLIENT}(${JSON.stringify(world.token)})`);
  }

  const poll = (operation: string, at = PARIS): Promise<{ body: object; error: unknown }> =>
    page.evaluate(`client.${operation}(${at})`);

  it.each([
    ['conditions', '/v1/conditions'],
    ['hourlyForecast', '/v1/forecast/hourly'],
    ['dailyForecast', '/v1/forecast/daily'],
    ['alerts', '/v1/alerts'],
    ['glance', '/v1/glance'],
    ['precipitation', '/prcpt'],
    ['uvIndex', '/uvidx'],
  ])('%s returns the body of %s', async (operation, path) => {
    const { body, error } = await poll(operation);
    const expected = (await (await world.get(`${path}?lt=48.87&lg=2.3`)).json()) as object;

    expect(error).toBeNull();
    expect(Object.keys(body).toSorted()).toEqual(Object.keys(expected).toSorted());
    expect(server.calls).toEqual([`200 ${path}?lt=48.87&lg=2.3`]);
  });

  it('revalidates the weather when it has expired', async () => {
    const { body } = await poll('uvIndex');
    await page.evaluate(`aheadMs = ${DAY_MS / 24}`);

    expect(await poll('uvIndex')).toMatchObject({ body, error: null, stale: false });
    expect(server.calls).toEqual(['200 /uvidx?lt=48.87&lg=2.3', '304 /uvidx?lt=48.87&lg=2.3']);
  });

  it('does not read the cache of the browser, whose max-age is out of date', async () => {
    await poll('uvIndex');
    await openPage();
    await poll('uvIndex');

    expect(server.calls).toHaveLength(2);
  });

  it('rejects with the problem of the service', async () => {
    const failed = page.evaluate(
      `client.glance({ latitude: 0, longitude: -30 }).catch(({ name, code, status }) => ({ name, code, status }))`,
    );

    expect(await failed).toEqual({ name: 'WatchError', code: 'no-weather-here', status: 404 });
  });
});

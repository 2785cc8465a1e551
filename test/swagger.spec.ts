import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';
import { World } from './support/world.js';

const BROWSER = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
);
const describeWithBrowser = BROWSER ? describe : describe.skip;

describeWithBrowser('QA in Swagger UI (needs chromium)', () => {
  let world: World;
  let browser: Browser;

  beforeAll(async () => {
    world = await World.start();
    browser = await chromium.launch({
      executablePath: BROWSER ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  }, 30_000);
  afterAll(async () => {
    await browser.close();
    await world.stop();
  });

  async function authorise(page: Page): Promise<void> {
    await page.locator('.auth-wrapper .btn.authorize').click();
    await page.locator('.auth-container input').fill(world.token);
    await page.locator('.auth-container button[type=submit]').click();
    await page.locator('.btn-done').click();
  }

  it('authorises with a token, executes /prcpt and sees 200 with the weather', async () => {
    const page = await browser.newPage();
    await page.goto(`${world.api.url}/docs`);
    await authorise(page);
    const operation = page.locator('.opblock', { hasText: '/prcpt' }).first();
    await operation.locator('.opblock-summary-control').click();
    await operation.locator('.try-out__btn').click();
    await operation.locator('tr[data-param-name=lt] input').fill('48.8705');
    await operation.locator('tr[data-param-name=lg] input').fill('2.3049');
    await operation.locator('.btn.execute').click();

    const answer = operation.locator('.live-responses-table .response');
    expect(await answer.locator('.response-col_status').innerText()).toContain('200');
    expect(await answer.locator('.response-col_description').innerText()).toMatch(/"prcpt"/);
  }, 30_000);

  it('finds the same document as JSON and as YAML', async () => {
    const json = (await (await fetch(`${world.api.url}/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, unknown>;
    };
    expect(json.openapi).toMatch(/^3\.0\./);
    expect(Object.keys(json.paths)).toEqual(expect.arrayContaining(['/', '/prcpt', '/uvidx']));
    const yaml = await fetch(`${world.api.url}/openapi.yaml`);
    expect(await yaml.text()).toContain('openapi: 3.0.');
  });
});

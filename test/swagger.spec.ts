import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { parse } from 'yaml';
import { describeWith } from './support/tools/describe-with.js';
import { World } from './support/world.js';

const BROWSER = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
);
const describeWithBrowser = describeWith({ name: 'chromium', isInstalled: Boolean(BROWSER) });

const DOCUMENT = parse(
  readFileSync(new URL('../openapi.yaml', import.meta.url), 'utf8'),
) as Readonly<{ paths: Record<string, { get?: object }> }>;
const PATHS = Object.keys(DOCUMENT.paths).filter((path) => DOCUMENT.paths[path]?.get);
const PARIS = { lt: '48.8705', lg: '2.3049' };

describeWithBrowser('Swagger UI', () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  /** What the browser wrote to its console. */
  const console: string[] = [];

  beforeAll(async () => {
    world = await World.start();
    browser = await chromium.launch({
      executablePath: BROWSER ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    page = await browser.newPage();
    page.on('console', (message) => console.push(message.text()));
    await page.goto(`${world.api.url}/docs`);
    await authorise();
  });
  afterAll(async () => {
    await browser.close();
    await world.stop();
  });

  async function authorise(): Promise<void> {
    await page.locator('.auth-wrapper .btn.authorize').click();
    await page.locator('.auth-container input').fill(world.token);
    await page.locator('.auth-container button[type=submit]').click();
    await page.locator('.btn-done').click();
  }

  /** Opens an operation, fills in the position if it has one, and executes it. */
  async function tryOut(path: string): Promise<Locator> {
    const summary = page.locator(`.opblock-summary-path[data-path="${path}"]`);
    const operation = page.locator('.opblock', { has: summary });
    await summary.click();
    await operation.locator('.try-out__btn').click();
    for (const [name, degrees] of Object.entries(PARIS)) {
      const input = operation.locator(`tr[data-param-name=${name}] input`);
      if ((await input.count()) > 0) await input.fill(degrees);
    }
    await operation.locator('.btn.execute').click();
    return operation.locator('.live-responses-table .response');
  }

  it.each(PATHS)('executes %s with the authorized token and shows 200', async (path) => {
    const answer = await tryOut(path);

    expect(await answer.locator('.response-col_status').innerText()).toContain('200');
    expect(await answer.locator('.response-col_description').innerText()).toMatch(/Response body/);
  });

  it('needs nothing that its content security policy forbids', () => {
    expect(console.filter((text) => text.includes('Content Security Policy'))).toEqual([]);
  });

  it('forgets the token when the page is reloaded', async () => {
    const lock = page.locator('.auth-wrapper .btn.authorize');
    expect(await lock.getAttribute('class')).not.toContain('unlocked');
    await page.reload();

    expect(await lock.getAttribute('class')).toContain('unlocked');
    expect(await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })')).toBe(
      '{}',
    );
  });

  it('has its document as JSON and as YAML', async () => {
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

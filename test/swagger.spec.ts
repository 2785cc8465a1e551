import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { parse } from 'yaml';
import { CHROMIUM, launchChromium } from './support/tools/chromium.js';
import { describeWith } from './support/tools/describe-with.js';
import { World } from './support/world.js';

const describeWithBrowser = describeWith(CHROMIUM);

const DOCUMENT = parse(
  readFileSync(new URL('../openapi.yaml', import.meta.url), 'utf8'),
) as Readonly<{ paths: Record<string, { get?: object }> }>;
const PATHS = Object.keys(DOCUMENT.paths).filter((path) => DOCUMENT.paths[path]?.get);
const WIDTHS = '[innerWidth, document.documentElement.scrollWidth]';
const PARIS = { lt: '48.8705', lg: '2.3049' };

describeWithBrowser('Swagger UI', () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  /** What the browser wrote to its console. */
  const console: string[] = [];

  beforeAll(async () => {
    world = await World.start();
    browser = await launchChromium();
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

  const operationOf = (path: string): Locator =>
    page.locator('.opblock', {
      has: page.locator(`[data-path="${path}"]`),
    });

  async function open(path: string): Promise<void> {
    const operation = operationOf(path);
    if ((await operation.locator('.opblock-body').count()) === 0) {
      await page.locator(`[data-path="${path}"]`).click();
    }
    const button = operation.locator('.try-out__btn');
    if ((await button.innerText()) === 'Try it out') await button.click();
  }

  /** Swagger UI draws all open operations again at each change, which takes seconds when all are open. */
  async function close(path: string): Promise<void> {
    await page.locator(`[data-path="${path}"]`).click();
    await operationOf(path).locator('.opblock-body').waitFor({ state: 'detached' });
  }

  /** Fills in the position, if the operation has one, and executes it. */
  async function execute(
    path: string,
    position: Readonly<Record<string, string>>,
  ): Promise<Locator> {
    const operation = operationOf(path);
    // Else the answer to the previous request is shown until that to this one is drawn.
    const clear = operation.locator('.btn-clear');
    if ((await clear.count()) > 0) await clear.click();
    for (const [name, degrees] of Object.entries(position)) {
      const input = operation.locator(`tr[data-param-name=${name}] input`);
      if ((await input.count()) > 0) await input.fill(degrees);
    }
    const answered = page.waitForResponse((response) => new URL(response.url()).pathname === path);
    await operation.locator('.btn.execute').click();
    await answered;
    return operation.locator('.live-responses-table .response');
  }

  async function tryOut(
    path: string,
    position: Readonly<Record<string, string>> = PARIS,
  ): Promise<Locator> {
    await open(path);
    return execute(path, position);
  }

  it.each(PATHS)('executes %s with the authorized token and shows 200', async (path) => {
    const answer = await tryOut(path);

    expect(await answer.locator('.response-col_status').innerText()).toContain('200');
    expect(await answer.locator('.response-col_description').innerText()).toMatch(/Response body/);
    await close(path);
  });

  it('sends an invalid latitude, and shows the problem of the API', async () => {
    const answer = await tryOut('/prcpt', { lt: '91', lg: '2.3' });

    expect(await answer.locator('.response-col_status').innerText()).toContain('400');
    expect(await answer.innerText()).toContain('lt must be from -90 to 90');
  });

  it('sends a request without its required parameters', async () => {
    const answer = await tryOut('/uvidx', { lt: '', lg: '' });

    expect(await answer.locator('.response-col_status').innerText()).toContain('400');
    expect(await answer.innerText()).toContain('lt ');
  });

  it('offers CBOR as a file', async () => {
    const accept = operationOf('/v1/glance').locator('.content-type').first();
    await page.goto(`${world.api.url}/docs`);
    await authorise();
    await open('/v1/glance');
    await accept.selectOption('application/cbor');
    const answer = await execute('/v1/glance', PARIS);

    expect(await answer.locator('.response-col_description').innerText()).toContain(
      'Download file',
    );
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

  it('fits a phone of 390 px, with each operation open and executed in turn', async () => {
    await page.close();
    const phone = await browser.newContext({
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    });
    page = await phone.newPage();
    await page.goto(`${world.api.url}/docs`);
    for (const path of PATHS) {
      await tryOut(path);
      expect({ path, widths: await page.evaluate(WIDTHS) }).toEqual({ path, widths: [390, 390] });
      await close(path);
    }
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

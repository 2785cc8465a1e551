import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { CHROMIUM, launchChromium } from './support/tools/chromium.js';
import { describeWith } from './support/tools/describe-with.js';

const PROGRAM = join(process.cwd(), 'dist/apps/fleet/main.js');
const SMALLEST_FONT_PX = 11;

const folder = mkdtempSync(join(tmpdir(), 'fleet-report-'));
const file = join(folder, 'report.html');
afterAll(() => rmSync(folder, { recursive: true }));

const fleet = (...args: readonly string[]) =>
  spawnSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8' });

/** What a browser shows wrongly: texts of a chart that overlap or are cut off, and texts that are too small. */
const PROBLEMS = `(() => {
  const visible = (element) => element.getClientRects().length > 0;
  const texts = [...document.querySelectorAll('svg text')]
    .filter((text) => visible(text) && text.textContent.trim() && text.getAttribute('opacity') !== '0')
    .map((text) => ({ name: text.textContent, box: text.getBoundingClientRect(), svg: text.closest('svg') }));
  const overlap = (a, b) => a.svg === b.svg && a.box.left < b.box.right - 1 && b.box.left < a.box.right - 1 &&
    a.box.top < b.box.bottom - 3 && b.box.top < a.box.bottom - 3;
  const outside = ({ box, svg }) => {
    const frame = svg.getBoundingClientRect();
    return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
  };
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  const shownPx = (element) => {
    const svg = element.closest('svg');
    const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
    return scale * parseFloat(getComputedStyle(element).fontSize);
  };
  return {
    charts: new Set(texts.map(({ svg }) => svg)).size,
    overlapping: texts.flatMap((a, index) => texts.slice(index + 1).filter((b) => overlap(a, b)).map((b) => a.name + ' / ' + b.name)),
    cutOff: texts.filter(outside).map(({ name }) => name),
    tooSmall: [...document.querySelectorAll('body *')].filter((element) => visible(element) && hasText(element) && shownPx(element) < ${SMALLEST_FONT_PX}).map(({ textContent }) => textContent),
    width: document.documentElement.scrollWidth,
  };
})()`;

describe('npm run fleet -- report', () => {
  it('makes a page of plans: one file without scripts, with sources and licences', () => {
    const plan = join(folder, 'plan.json');
    const args = ['--watches=300', '--one-in=40', '--workers=0', '--sweep=windows', '--json', plan];
    expect(fleet('plan', ...args).status).toBe(0);
    const made = join(folder, 'small.html');
    expect(fleet('report', plan, '--html', made, '--watches=300').stderr).toContain('small.html');
    const page = readFileSync(made, 'utf8');
    expect(page).toContain('npm run fleet -- plan --watches=300 --one-in=40');
    expect(page).toContain('GeoNames');
    expect(page).toContain('Natural Earth');
    expect(page).not.toMatch(/<script|<link|<img| src=|url\(/);
  });

  it.each([
    [['report', '--price-per-1000=free'], '--price-per-1000=free: must be a number'],
    [['report', 'package.json'], 'give plans that fleet plan --json has written'],
    [['report', 'none.json'], 'none.json: ENOENT'],
    [['report', '--run', 'plan.json'], 'give no files with it'],
  ])('rejects %j and says why', (args, message) => {
    const { status, stderr } = fleet(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});

describeWith(CHROMIUM)('the report of the stored plans', () => {
  let browser: Browser;
  let page: Page;
  const requests: string[] = [];

  beforeAll(async () => {
    expect(fleet('report', '--html', file).status).toBe(0);
    browser = await launchChromium();
    page = await browser.newPage();
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file).href);
  });
  afterAll(() => browser.close());

  it.each([
    ['desktop', 1_280],
    ['phone', 390],
  ])('is legible on a %s', async (_device, width) => {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(PROBLEMS)).toEqual({
      charts: 4,
      overlapping: [],
      cutOff: [],
      tooSmall: [],
      width,
    });
  });

  it('asks for nothing but itself', () => {
    expect(requests).toEqual([pathToFileURL(file).href]);
  });
});

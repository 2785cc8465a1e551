import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { CHROMIUM, launchChromium } from './support/tools/chromium.js';
import { describeWith } from './support/tools/describe-with.js';

const FOLDER = new URL('../packages/watch-client/icons/', import.meta.url);
const FILES = readdirSync(FOLDER).filter(
  (file) => file.endsWith('.svg') && file !== 'contact-sheet.svg',
);
const SIZE = 24;
const BACKGROUNDS = { black: 0, white: 1 } as const;
/** WCAG 2.2, success criterion 1.4.11: graphics need 3:1. */
const MIN_CONTRAST = 3;
/** Of 576; the thinnest icon, a question mark, has about 45. */
const MIN_PIXELS = 35;
/** Two icons differ in pixels of clearly different luminance, so that they do without colour, too. */
const MIN_DIFFERENCE = 2;
const MIN_DIFFERENT_PIXELS = 20;

/** Draws an icon at 24 px on a background. @returns the relative luminance of each pixel (WCAG 2.2), row by row */
const LUMINANCES = `(async ({ svg, background, size }) => {
  const image = new Image(size, size);
  image.src = 'data:image/svg+xml,' + encodeURIComponent(svg);
  await image.decode();
  const canvas = new OffscreenCanvas(size, size).getContext('2d');
  canvas.fillStyle = background;
  canvas.fillRect(0, 0, size, size);
  canvas.drawImage(image, 0, 0, size, size);
  const { data } = canvas.getImageData(0, 0, size, size);
  const linear = (value) => value <= 0.04045 * 255 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return Array.from({ length: size * size }, (_, pixel) => {
    const [red, green, blue] = data.slice(pixel * 4, pixel * 4 + 3);
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  });
})`;

type Background = keyof typeof BACKGROUNDS;

describeWith(CHROMIUM)('the icons at 24 px', () => {
  let browser: Browser;
  const drawn: Record<Background, Record<string, readonly number[]>> = { black: {}, white: {} };

  beforeAll(async () => {
    browser = await launchChromium();
    const page = await browser.newPage();
    for (const background of Object.keys(BACKGROUNDS) as Background[]) {
      for (const file of FILES) {
        const icon = { svg: readFileSync(new URL(file, FOLDER), 'utf8'), background, size: SIZE };
        drawn[background][file] = await page.evaluate(`${LUMINANCES}(${JSON.stringify(icon)})`);
      }
    }
  });
  afterAll(() => browser.close());

  const onBackgrounds = FILES.flatMap((file) => [
    [file, 'black'] as const,
    [file, 'white'] as const,
  ]);

  it.each(onBackgrounds)('%s has a contrast of 3:1 on %s in enough pixels', (file, background) => {
    const contrasting = (drawn[background][file] ?? []).filter(
      (luminance) => contrast(luminance, BACKGROUNDS[background]) >= MIN_CONTRAST,
    );

    expect(contrasting.length).toBeGreaterThanOrEqual(MIN_PIXELS);
  });

  it.each(FILES)('%s differs from every other icon, also without colour', (file) => {
    for (const other of FILES.filter((name) => name !== file)) {
      for (const background of ['black', 'white'] as const) {
        const pixels = drawn[background][file] ?? [];
        const others = drawn[background][other] ?? [];
        const different = pixels.filter(
          (luminance, pixel) => contrast(luminance, others[pixel] ?? 0) >= MIN_DIFFERENCE,
        );

        expect([other, different.length >= MIN_DIFFERENT_PIXELS]).toEqual([other, true]);
      }
    }
  });
});

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

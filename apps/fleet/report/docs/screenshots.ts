import { pathToFileURL } from 'node:url';
import {
  CHROMIUM_PATH,
  launchChromium,
} from '../../../../packages/headless-chromium/launch-chromium.js';
import { OptionError } from '../../plan/option.error.js';

const SIZES = {
  desktop: { width: 1280, height: 1400 },
  phone: { width: 390, height: 844 },
} as const;

/**
 * Takes pictures of the page as a desktop and a phone show it: its beginning, and on the phone all of it.
 * @returns the files
 */
export async function takeScreenshots(html: string): Promise<readonly string[]> {
  if (CHROMIUM_PATH === undefined)
    throw new OptionError('--screenshots: Chromium is not installed');
  const browser = await launchChromium();
  try {
    const files: string[] = [];
    for (const [name, viewport] of Object.entries(SIZES)) {
      const page = await browser.newPage({ viewport });
      await page.goto(pathToFileURL(html).href);
      const path = `docs/fleet/report-${name}.png`;
      await page.screenshot({ path, fullPage: true });
      files.push(path);
      await page.close();
    }
    return files;
  } finally {
    await browser.close();
  }
}

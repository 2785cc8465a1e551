// `npm run screenshots`: pictures of the page of watches, as it is at a computer and on a phone, in docs/.
import { launchChromium } from '../../../packages/headless-chromium/launch-chromium.js';
import { LocalRedis } from '../../../packages/local-redis/local-redis.js';
import { LocalStack } from '../../../packages/local-stack/local-stack.js';
import { createControls } from '../controls/create-controls.js';
import { SIMULATED_SETTINGS } from '../simulated-settings.js';
import { WatchPage } from '../watch/watch-page.js';

const FOLDER = 'docs/pictures';
const PICTURES = [
  { file: 'watches-desktop.png', viewport: { width: 1_120, height: 950 }, colorScheme: 'dark' },
  { file: 'watches-phone.png', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
] as const;
const ALL_DRAWN = 'document.querySelectorAll("figure svg").length === 8';
const PATIENCE_MS = 60_000;

const redis = await LocalRedis.find();
const stack = new LocalStack({
  print: (text) => void process.stdout.write(text),
  settings: redis ? { REDIS_URL: redis.url } : {},
  simulatedSettings: SIMULATED_SETTINGS,
});
let page: WatchPage | undefined;

try {
  await redis?.start();
  const urls = await stack.start();
  page = new WatchPage({
    apiUrl: urls.apiUrl,
    metricsUrl: urls.metricsUrl,
    tokenOf: (user) => stack.tokenOf(urls.issuerUrl, user),
    controls: createControls({ ...urls, redis }),
    port: 0,
  });
  await takePictures(await page.start());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await page?.stop();
  await stack.stop();
  await redis?.stop();
}

async function takePictures(url: string): Promise<void> {
  const browser = await launchChromium();
  try {
    for (const { file, viewport, colorScheme } of PICTURES) {
      const tab = await browser.newPage({ viewport, colorScheme, deviceScaleFactor: 1 });
      await tab.goto(url);
      await tab.waitForFunction(ALL_DRAWN, undefined, { timeout: PATIENCE_MS });
      await tab.waitForLoadState('networkidle');
      await tab.screenshot({ path: `${FOLDER}/${file}` });
      console.log(`${FOLDER}/${file}`);
    }
  } finally {
    await browser.close();
  }
}

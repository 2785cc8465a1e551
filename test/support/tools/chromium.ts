import { CHROMIUM_PATH } from '../../../packages/headless-chromium/launch-chromium.js';
import type { Tool } from './describe-with.js';

export { launchChromium } from '../../../packages/headless-chromium/launch-chromium.js';

export const CHROMIUM: Tool = { name: 'chromium', isInstalled: CHROMIUM_PATH !== undefined };

import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { CONDITIONS } from '../conditions/conditions.js';
import { WMO_CODES } from '../conditions/wmo-code.js';
import { GARMIN_CONDITIONS } from './garmin/garmin-condition.js';
import { PEBBLE_ICONS } from './pebble/pebble-icon.js';
import { WEAR_OS_CONDITIONS } from './wear-os/wear-os-condition.js';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

it.each(CONDITIONS)('the README states what %s is on each platform', (condition) => {
  const platforms = [WEAR_OS_CONDITIONS, GARMIN_CONDITIONS, PEBBLE_ICONS];
  const names = platforms.map((names) => `\`${names[condition]}\``);

  expect(README).toContain(
    `| ${[`\`${condition}\``, WMO_CODES[condition] ?? '–', ...names].join(' | ')} |\n`,
  );
});

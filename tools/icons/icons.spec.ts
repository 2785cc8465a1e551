import { describe, expect, it } from '@jest/globals';
import { CONDITIONS } from '../../packages/watch-client/conditions/conditions.js';
import { contactSheet } from './contact-sheet.js';
import { iconFiles, iconIndex } from './icons.js';

const FILES = Object.entries(iconFiles());
const MAX_BYTES = 1_000;

describe('the icons', () => {
  it.each(FILES)('%s has fewer than 1 000 bytes in an area of 24 × 24', (_file, svg) => {
    expect(Buffer.byteLength(svg)).toBeLessThan(MAX_BYTES);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 24 24">/);
  });

  it.each(FILES)(
    '%s consists of paths only, without scripts, styles and references',
    (_file, svg) => {
      const elements = [...svg.matchAll(/<(\w+)/g)].map(([, name]) => name);

      expect(new Set(elements)).toEqual(new Set(['svg', 'path']));
      expect(svg).not.toMatch(/href|url\(|style|on\w+=|NaN|Infinity/);
    },
  );

  it.each(CONDITIONS)('the index names a file for %s by day and by night', (condition) => {
    const files = FILES.map(([file]) => file);

    expect(files).toContain(iconIndex()[condition]?.day);
    expect(files).toContain(iconIndex()[condition]?.night);
  });

  it.each(FILES.map(([file]) => file.replace('.svg', '')))('the contact sheet shows %s', (name) => {
    expect(contactSheet()).toContain(`>${name}</text>`);
  });
});

import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CONDITIONS } from './conditions.js';
import { iconFile } from './icon-file.js';

describe('the icon of a condition', () => {
  it.each(CONDITIONS.flatMap((name) => [true, false, null].map((isDay) => [name, isDay] as const)))(
    'is a file of the package for %s, by day %p',
    (condition, isDay) => {
      const file = new URL(`../icons/${iconFile(condition, isDay)}`, import.meta.url);

      expect(existsSync(file)).toBe(true);
    },
  );

  it('shows the moon by night and the sun otherwise', () => {
    expect(iconFile('clear', false)).toBe('clear-night.svg');
    expect(iconFile('clear', true)).toBe('clear.svg');
    expect(iconFile('clear', null)).toBe('clear.svg');
  });

  it('is the same by day and night where the sky does not show', () => {
    expect(iconFile('rain', false)).toBe('rain.svg');
  });

  it.each([null, 'tornado'])('is the one for unknown when the condition is %p', (condition) => {
    expect(iconFile(condition, true)).toBe('unknown.svg');
  });
});

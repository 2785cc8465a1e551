import { expect, it } from '@jest/globals';
import { parseWindows } from '../../../src/config/windows.js';
import { DATASET_NAMES } from '../../../src/weather/datasets/registry.js';
import { windowsAtSpeed } from './windows-at-speed.js';

it.each([1, 3, 5, 10, 60])(
  'windows at speed %d are those of speed 1, so many times shorter',
  (speed) => {
    const [short, long] = [parseWindows(windowsAtSpeed(speed)), parseWindows(windowsAtSpeed(1))];

    for (const name of DATASET_NAMES) {
      const { freshForMs = 0, revalidateForMs = 0, errorForMs = 0 } = short[name] ?? {};
      expect(long[name]).toEqual({
        freshForMs: speed * freshForMs,
        revalidateForMs: speed * revalidateForMs,
        errorForMs: speed * errorForMs,
      });
    }
  },
);

it('a speed whose windows are no whole seconds is rejected', () => {
  expect(() => windowsAtSpeed(7)).toThrow('--speed=7: the windows of conditions would be');
});

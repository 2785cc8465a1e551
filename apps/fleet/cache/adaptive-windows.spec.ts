import { expect, it } from '@jest/globals';
import { AdaptiveWindows } from './adaptive-windows.js';

it('AdaptiveWindows stay within the bounds of their rule', () => {
  const rule = {
    freshAtLeastMs: 300_000,
    freshAtMostMs: 1_800_000,
    revalidateForMs: 0,
    errorForMs: 0,
  };
  const windows = new AdaptiveWindows(rule, 3_600);
  windows.reset(2);
  windows.note(0, 0);
  expect(windows.windowAt(0, 0).freshForMs).toBe(1_800_000);
  for (let second = 0; second < 7_200; second += 1) windows.note(1, second * 1_000);
  expect(windows.windowAt(1, 7_200_000).freshForMs).toBe(300_000);
});

import { expect, it } from '@jest/globals';
import { missed } from './run-soak.js';

const minute = (liveBytes: number, eventLoopDelayP99Ms: number) => ({
  liveBytes,
  eventLoopDelayP99Ms,
  rssBytes: 0,
  cpuMicros: 0,
});

it('a steady run misses nothing when memory and event loop stay as they are', () => {
  expect(missed([minute(80, 5), minute(100, 6), minute(110, 19.9)])).toEqual([]);
});

it('a steady run misses the limits when memory grows and one minute has long delays', () => {
  expect(missed([minute(80, 5), minute(100, 20), minute(111, 5)])).toHaveLength(2);
});

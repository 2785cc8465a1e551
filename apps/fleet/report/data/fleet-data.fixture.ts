import type { FleetData } from './report-data.js';

/** A small fleet, with what a test says about it. */
export function fleetData(given: Partial<FleetData>): FleetData {
  return {
    command: '',
    watches: 10_000,
    hitRatio: 0.9,
    hitRatios: {},
    calls: 1_000_000,
    callsByDataset: {},
    timesFewer: 1,
    requests: 640_000,
    requestsPerSecond: { mean: 7, peak: 7 },
    byQuarterHour: [],
    microsecondsPerRequest: 300,
    pods: 3,
    redisBytes: 0,
    redisCommandsPerSecond: 100,
    rows: [],
    ...given,
  };
}

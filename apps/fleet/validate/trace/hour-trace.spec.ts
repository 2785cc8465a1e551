import { describe, expect, it } from '@jest/globals';
import { parseCellGrid } from '@app/cells/parse-cell-grid.js';
import { placeAt } from '../../../../packages/simulated-weather/world/atlas.js';
import { THREE_PLACES } from '../../testing/small-worlds.js';
import { traceDay } from '../../trace/day-trace.js';
import type { Polling } from '../../trace/polling.js';
import { RequestTrace } from '../../trace/request-trace.js';
import { busiestHour, requestsAt } from './hour-trace.js';
import { servedFleet } from './served-fleet.js';

const POLLING: Polling = { kind: 'random', perDay: 64 };
const GRID = parseCellGrid('metres:1000');
const HOUR = { seed: 1, polling: POLLING, minutes: 60 };
const fleet = servedFleet(THREE_PLACES, GRID, { watches: 60, seed: 1 });

describe('the busiest hour', () => {
  it("has as many requests as that hour of the plan's trace, and no hour has more", () => {
    const perHour = Array.from({ length: 24 }, () => 0);
    const trace = new RequestTrace();
    for (const { watches } of fleet.sites.cities) {
      traceDay(trace, watches, HOUR, 0);
      for (const second of trace.at.slice(0, trace.length))
        perHour[Math.floor(second / 3_600)]! += 1;
    }
    const { hour, length } = busiestHour(fleet.sites, HOUR);

    expect(length).toBe(Math.max(...perHour));
    expect(perHour[hour]).toBe(length);
  });

  it('is in the order of time, from its start on, without two requests at one instant', () => {
    const { at, length } = busiestHour(fleet.sites, { ...HOUR, minutes: 10 });
    const times = Array.from(at);

    expect(length).toBeGreaterThan(10);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(new Set(times).size).toBe(length);
    expect(times[0]).toBeGreaterThanOrEqual(0);
    expect(times.at(-1)).toBeLessThan(600);
  });

  it('is the same for the same seed', () => {
    expect(busiestHour(fleet.sites, HOUR)).toEqual(busiestHour(fleet.sites, HOUR));
  });
});

describe('the places of the simulator', () => {
  it('are those that its own atlas finds for the cells, one record for each key', () => {
    const { sites, keys } = fleet;
    const records = new Map<string, Set<number>>();
    keys.keysOf('conditions').forEach((record, site) => {
      const position = { latitude: sites.latitude[site]!, longitude: sites.longitude[site]! };
      const key = placeAt(GRID.cellAt(position).centre)?.key ?? 'none';
      records.set(key, (records.get(key) ?? new Set()).add(record));
    });

    expect(records.size).toBeGreaterThan(1);
    for (const ofKey of records.values()) expect(ofKey.size).toBe(1);
    expect(keys.countOf('conditions')).toBe(records.size);
  });

  it('leave out the requests where there is no place', () => {
    const { sites, isServed, watches } = fleet;
    const all = busiestHour(sites, HOUR);
    const served = requestsAt(all, isServed);

    expect(watches / 60).toBeGreaterThan(0.7);
    expect(watches / 60).toBeLessThan(1.3);
    expect(Array.from(served.site).every((site) => isServed[site] === 1)).toBe(true);
    expect(
      requestsAt(
        all,
        isServed.map((is) => 1 - is),
      ).length,
    ).toBe(all.length - served.length);
  });
});

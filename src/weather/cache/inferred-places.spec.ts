import { beforeEach, expect, it } from '@jest/globals';
import { parseCellGrid } from '@app/cells/parse-cell-grid.js';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import { FakeSharedStore } from '@app/read-through/testing/fake-shared-store.js';
import type { Cell } from '@app/cells/cell.js';
import { FakeWeatherProvider } from '../testing/fake-weather-provider.js';
import { VILLAGE } from '../testing/weather.fixtures.js';
import { Caches } from './caches.js';
import { NO_LEVERS } from './cost-levers.js';
import { FreshnessPolicy } from './freshness-policy.js';
import { ProviderCache } from './provider-cache.js';

const DAY = 86_400_000;
const grid = parseCellGrid('metres:1000');
const HERE = grid.cellAt({ latitude: 48.87, longitude: 2.3 });
const AROUND = grid.neighbours(HERE);

let clock: FakeClock;
let store: FakeSharedStore;
let provider: FakeWeatherProvider;
let cache: ProviderCache;

beforeEach(() => {
  clock = new FakeClock();
  store = new FakeSharedStore(clock);
  provider = new FakeWeatherProvider();
  cache = startProcess();
});

function startProcess(inferPlaces = true): ProviderCache {
  const policy = new FreshnessPolicy({});
  const events = new ReadThroughEvents();
  const options = { store, placeStore: store, clock, events, maxEntries: 100, random: () => 0.5 };
  const caches = new Caches(options, provider.descriptor, policy);
  return new ProviderCache(provider, policy, caches, { ...NO_LEVERS, inferPlaces }, grid);
}

async function placeKey(cell: Cell, of = cache): Promise<string | undefined> {
  const caller = { allowance: undefined, deadlineMs: clock.nowMs() + 3_000 };
  const { entry } = await of.findPlace(cell, caller);
  return entry.value.place?.key;
}

async function searchAround(of = cache): Promise<void> {
  for (const cell of AROUND) await placeKey(cell, of);
  provider.requests.length = 0;
}

const searched = () => provider.requestsFor('place');

it('a cell takes the place that its four neighbours share, without a search', async () => {
  await searchAround();
  expect(await placeKey(HERE)).toBe('village');
  expect(searched()).toEqual([]);
});

it('a cell takes a place that other processes found', async () => {
  await searchAround(startProcess());
  expect(await placeKey(HERE)).toBe('village');
  expect(searched()).toEqual([]);
});

it('a cell is searched where the setting is off', async () => {
  await searchAround();
  expect(await placeKey(HERE, startProcess(false))).toBe('village');
  expect(searched()).toEqual([HERE.centre]);
});

it.each([
  ['is unknown', () => Promise.resolve()],
  [
    'has another place',
    async (last: Cell) => {
      provider.place = { ...VILLAGE, key: 'town' };
      await placeKey(last);
    },
  ],
])('a cell of which one neighbour %s is searched', async (_what, find) => {
  const [north = HERE, south = HERE, east = HERE, west = HERE] = AROUND;
  for (const cell of [north, south, east]) await placeKey(cell);
  await find(west);
  provider.requests.length = 0;
  await placeKey(HERE);
  expect(searched()).toEqual([HERE.centre]);
});

it('an inferred place is no evidence for its neighbours', async () => {
  await searchAround();
  await placeKey(HERE);
  const [north = HERE] = AROUND;
  for (const cell of grid.neighbours(north)) await placeKey(cell);
  store.records.delete(`place:${north.id}`);
  provider.requests.length = 0;
  await placeKey(north, startProcess());
  expect(searched()).toEqual([north.centre]);
});

it('an inferred place is kept for a quarter of the time, and then inferred or searched', async () => {
  await searchAround();
  await placeKey(HERE);
  clock.advance(7.5 * DAY - 1);
  expect(await placeKey(HERE)).toBe('village');
  provider.place = { ...VILLAGE, key: 'town' };
  for (const { id } of AROUND) expect(store.records.delete(`place:${id}`)).toBe(true);
  clock.advance(7.5 * DAY + 1);
  expect(await placeKey(HERE, startProcess())).toBe('town');
  expect(searched()).toEqual([HERE.centre]);
});

it('a cell that was searched is searched again', async () => {
  await placeKey(HERE);
  await searchAround();
  clock.advance(60 * DAY);
  await searchAround();
  await placeKey(HERE);
  expect(searched()).toEqual([HERE.centre]);
});

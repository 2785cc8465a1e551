import { beforeEach, describe, expect, it } from '@jest/globals';
import { parseCellGrid } from '@app/cells/parse-cell-grid.js';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { Allowance } from '@app/load/allowance.js';
import { NotAdmittedError } from '@app/read-through/not-admitted.error.js';
import { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import { FakeSharedStore } from '@app/read-through/testing/fake-shared-store.js';
import type { Demand } from '@app/load/demand.js';
import type { DatasetName, Datasets } from '../datasets/registry.js';
import type { Place } from '../places/place.js';
import { ProviderError } from '../providers/provider.error.js';
import type { Provided } from '../providers/weather-provider.js';
import { FakeWeatherProvider } from '../testing/fake-weather-provider.js';
import { VILLAGE } from '../testing/weather.fixtures.js';
import { Caches } from './caches.js';
import { NO_LEVERS, type CostLevers } from './cost-levers.js';
import { FreshnessPolicy } from './freshness-policy.js';
import { ProviderCache } from './provider-cache.js';

const DAY = 86_400_000;
const grid = parseCellGrid('degrees:0.01');
const HERE = grid.cellAt({ latitude: 48.8712, longitude: 2.3011 });
const NEXT_DOOR = grid.cellAt({ latitude: 48.8812, longitude: 2.3011 });

const CITY: Place = { ...VILLAGE, key: 'city', name: 'City', elevationMetres: 35 };
const WEST: Place = { ...VILLAGE, key: 'west', elevationMetres: 60, cityKey: 'city' };
const EAST: Place = { ...WEST, key: 'east' };
const HILL: Place = { ...WEST, key: 'hill', elevationMetres: 260 };

/** A provider that drops the city. */
class DroppingProvider extends FakeWeatherProvider {
  isCityDropped = false;

  override async fetch<D extends DatasetName>(
    dataset: D,
    place: Place,
    demand: Demand,
  ): Promise<Provided<Datasets[D]>> {
    const answer = await super.fetch(dataset, place, demand);
    if (this.isCityDropped && place.key === CITY.key) {
      throw new ProviderError('unknown-place', 'status 400');
    }
    return answer;
  }
}

class Refusing extends Allowance {
  override take(): Promise<void> {
    return Promise.reject(new NotAdmittedError({ cause: new Error('spent') }));
  }

  override giveBack(): Promise<void> {
    return Promise.resolve();
  }
}

let clock: FakeClock;
let store: FakeSharedStore;
let provider: DroppingProvider;
let cache: ProviderCache;

beforeEach(() => {
  clock = new FakeClock();
  store = new FakeSharedStore(clock);
  provider = new DroppingProvider();
  provider.city = CITY;
  provider.place = WEST;
  cache = startProcess('city');
});

function startProcess(placeKeys: CostLevers['placeKeys']): ProviderCache {
  const policy = new FreshnessPolicy({});
  const events = new ReadThroughEvents();
  const options = { store, placeStore: store, clock, events, maxEntries: 100, random: () => 0.5 };
  const caches = new Caches(options, provider.descriptor, policy);
  return new ProviderCache(provider, policy, caches, { ...NO_LEVERS, placeKeys }, grid);
}

const caller = (allowance?: Allowance) => ({ allowance, deadlineMs: clock.nowMs() + 3_000 });

async function placeKey(cell = HERE, of = cache, allowance?: Allowance): Promise<string> {
  const { entry } = await of.findPlace(cell, caller(allowance));
  return entry.value.place?.key ?? 'none';
}

describe('with PLACE_KEYS=city', () => {
  it('the neighbourhoods of a city share it, after one call for the city in any process', async () => {
    expect(await placeKey()).toBe('city');
    provider.place = EAST;
    expect(await placeKey(NEXT_DOOR, startProcess('city'))).toBe('city');
    expect(provider.requestsFor('place')).toEqual([HERE.centre, 'city', NEXT_DOOR.centre]);
  });

  it('place and city are returned without a promise when both are in memory', async () => {
    await placeKey();
    expect(cache.findPlace(HERE, caller())).toMatchObject({
      entry: { value: { place: { key: 'city' } } },
      outcome: 'hit',
    });
  });

  it('a request that waits for the city is a miss, also where the neighbourhood is known', async () => {
    await placeKey(HERE, startProcess('place'));
    const { outcome } = await startProcess('city').findPlace(HERE, caller());
    expect(outcome).toBe('miss');
  });

  it.each([
    ['stands 200 m higher', HILL, CITY],
    ['is 15 km away', WEST, { ...CITY, position: { latitude: 49.02, longitude: 2.3 } }],
    ['has no city', { ...WEST, cityKey: null }, CITY],
    ['has an unknown elevation', { ...WEST, elevationMetres: null }, CITY],
    ['names a city that the provider does not know', WEST, null],
  ])('a neighbourhood that %s keeps its own weather', async (_what, place, city) => {
    provider.place = place;
    provider.city = city;
    expect(await placeKey()).toBe(place.key);
  });

  it('a city that the provider does not know is asked for once a day', async () => {
    provider.city = null;
    await placeKey();
    clock.advance(DAY - 1);
    await placeKey();
    expect(provider.requestsFor('place')).toEqual([HERE.centre, 'city']);
    clock.advance(1);
    await placeKey();
    expect(provider.requestsFor('place')).toEqual([HERE.centre, 'city', 'city']);
  });

  it('the neighbourhood is used while the call for the city fails, and the city afterwards', async () => {
    provider.cityFault = new ProviderError('failing', 'status 500');
    expect(await placeKey()).toBe('west');
    provider.cityFault = undefined;
    clock.advance(1_000);
    expect(await placeKey()).toBe('city');
  });

  it('the neighbourhood is used for a user who may not cause the call for the city', async () => {
    await placeKey(HERE, startProcess('place'));
    expect(await placeKey(HERE, cache, new Refusing())).toBe('west');
    expect(await placeKey(HERE, cache)).toBe('city');
  });

  it('a bug in reading the city is not hidden', async () => {
    provider.cityFault = new TypeError('bug');
    await expect(placeKey()).rejects.toThrow('bug');
  });

  it('the neighbourhood is used once the provider has dropped the city', async () => {
    await placeKey();
    provider.isCityDropped = true;
    await cache.read({ dataset: 'conditions', cell: HERE, place: CITY, caller: caller() });
    expect(provider.requestsFor('conditions')).toEqual(['city', 'west']);
    expect(await placeKey()).toBe('west');
  });
});

it('changing PLACE_KEYS over warm records costs no search of a cell', async () => {
  expect(await placeKey(HERE, startProcess('place'))).toBe('west');
  expect(await placeKey(HERE, startProcess('city'))).toBe('city');
  expect(await placeKey(HERE, startProcess('place'))).toBe('west');
  expect(provider.requestsFor('place')).toEqual([HERE.centre, 'city']);
});

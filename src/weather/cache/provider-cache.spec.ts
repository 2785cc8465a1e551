import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Cell } from '@app/cells/cell.js';
import { parseCellGrid } from '@app/cells/parse-cell-grid.js';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { Allowance } from '@app/load/allowance.js';
import type { Demand } from '@app/load/demand.js';
import { NotAdmittedError } from '@app/read-through/not-admitted.error.js';
import { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import { FakeSharedStore } from '@app/read-through/testing/fake-shared-store.js';
import type { DatasetName, Datasets } from '../datasets/registry.js';
import { ProviderError } from '../providers/provider.error.js';
import type { Place } from '../places/place.js';
import { FakeWeatherProvider } from '../testing/fake-weather-provider.js';
import {
  DRIZZLE,
  NO_ALERTS,
  RAINY_DAYS,
  RAINY_HOURS,
  VILLAGE,
} from '../testing/weather.fixtures.js';
import type { Provided } from '../providers/weather-provider.js';
import { Caches } from './caches.js';
import { NO_LEVERS } from './cost-levers.js';
import { FreshnessPolicy } from './freshness-policy.js';
import type { Caller } from './caller.js';
import { ProviderCache } from './provider-cache.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const STALE = 10 * MINUTE;
const EXPIRED = 15 * MINUTE;

const TOWN: Place = { ...VILLAGE, key: 'town', name: 'Town' };
const grid = parseCellGrid('degrees:0.01');
/** Two cells of one place. */
const HERE = grid.cellAt({ latitude: 48.8712, longitude: 2.3011 });
const NEXT_DOOR = grid.cellAt({ latitude: 48.8812, longitude: 2.3011 });

/** A provider that drops places. */
class DroppingProvider extends FakeWeatherProvider {
  readonly dropped = new Set<string>();
  searchFault: Error | undefined = undefined;

  override async findPlace(
    centre: Cell['centre'],
    demand: Demand,
  ): Promise<Provided<Place | null>> {
    const found = await super.findPlace(centre, demand);
    if (this.searchFault) throw this.searchFault;
    return found;
  }

  override async fetch<D extends DatasetName>(
    dataset: D,
    place: Place,
    demand: Demand,
  ): Promise<Provided<Datasets[D]>> {
    const answer = await super.fetch(dataset, place, demand);
    if (this.dropped.has(place.key)) throw new ProviderError('unknown-place', 'status 400');
    return answer;
  }
}

let clock: FakeClock;
let store: FakeSharedStore;
let provider: DroppingProvider;
let cache: ProviderCache;
let otherProcess: ProviderCache;
/** The users charged for calls, in order. */
let payers: string[];
let refused: Set<string>;

class UserOfTest extends Allowance {
  constructor(private readonly subject: string) {
    super();
  }

  override take(): Promise<void> {
    if (refused.has(this.subject)) {
      const cause = new Error(`${this.subject} may not cause a call`);
      return Promise.reject(new NotAdmittedError({ cause }));
    }
    payers.push(this.subject);
    return Promise.resolve();
  }

  override giveBack(): Promise<void> {
    return Promise.reject(new Error('no test makes a call and withdraws it'));
  }
}

beforeEach(() => {
  clock = new FakeClock();
  payers = [];
  refused = new Set();
  store = new FakeSharedStore(clock);
  provider = new DroppingProvider();
  cache = startProcess();
  otherProcess = startProcess();
});

function startProcess(): ProviderCache {
  const events = new ReadThroughEvents();
  const policy = new FreshnessPolicy({});
  const caches = new Caches(
    { store, placeStore: store, clock, events, maxEntries: 100, random: () => 0.5 },
    provider.descriptor,
    policy,
  );
  return new ProviderCache(provider, policy, caches, NO_LEVERS, grid);
}

const caller = (subject = 'anna'): Caller => ({
  allowance: new UserOfTest(subject),
  deadlineMs: clock.nowMs() + 3 * SECOND,
});

/** The key of the place of a cell; advances the clock by a second. */
async function placeKey(of = cache, cell = HERE): Promise<string | undefined> {
  const { entry } = await of.findPlace(cell, caller());
  clock.advance(SECOND);
  return entry.value.place?.key;
}

/** The visibility and freshness of a read in the cell. */
async function readNow(of = cache, cell = HERE): Promise<string> {
  const { entry } = await of.findPlace(cell, caller());
  if (!entry.value.place) throw new Error('no place');
  const conditions = await of.read({
    dataset: 'conditions',
    cell,
    place: entry.value.place,
    caller: caller(),
  });
  return `${conditions.entry.value.visibilityMeters} ${conditions.freshness}`;
}

/** Like `readNow`, then waits for background work and advances the clock by a second. */
async function read(of = cache, cell = HERE): Promise<string> {
  const answer = await readNow(of, cell);
  await new Promise((resolve) => setImmediate(resolve));
  clock.advance(SECOND);
  return answer;
}

/** Makes the provider drop a place and return another; resets the recorded requests. */
function dropPlace(place: Place, replacement: Place | null): void {
  provider.dropped.add(place.key);
  provider.place = replacement;
  provider.records.conditions = { ...DRIZZLE, visibilityMeters: 100 };
  provider.requests.length = 0;
}

const UNKNOWN = { code: 'unknown-place' };

describe('ProviderCache: a place that the provider has dropped', () => {
  beforeEach(async () => {
    await placeKey();
    dropPlace(VILLAGE, TOWN);
  });

  it('is replaced by its new place within the same request', async () => {
    expect(await read()).toBe('100 fresh');
    expect(provider.requestsFor('conditions')).toEqual(['village', 'town']);

    expect(await placeKey()).toBe('town');
    expect(provider.requestsFor('place')).toEqual([HERE.centre]);
  });

  it('causes no further calls after it is replaced', async () => {
    await read();
    await read();

    expect(provider.requestsFor('conditions')).toEqual(['village', 'town']);
  });

  it('is replaced in processes that start later', async () => {
    await read();

    expect(await placeKey(startProcess())).toBe('town');
    expect(provider.requestsFor('place')).toHaveLength(1);
  });

  it('is searched once across all processes that have it cached', async () => {
    await otherProcess.findPlace(HERE, caller());
    expect(await read()).toBe('100 fresh');
    expect(await read(otherProcess)).toBe('100 fresh');

    expect(provider.requestsFor('place')).toHaveLength(1);
    expect(provider.requestsFor('conditions').filter((key) => key === 'town')).toHaveLength(1);
    expect(await placeKey(otherProcess)).toBe('town');
  });

  it('is searched once for concurrent requests', async () => {
    const answers = await Promise.all(
      [cache, cache, otherProcess, otherProcess].map((process) => readNow(process)),
    );

    expect(answers).toEqual(Array(4).fill('100 fresh'));
    expect(provider.requestsFor('place')).toHaveLength(1);
    expect(provider.requestsFor('conditions')).toEqual(['village', 'town']);
  });

  it('stays replaced, day after day, for the lifetime of the place record', async () => {
    await read();
    clock.advance(29 * DAY);

    expect(await placeKey()).toBe('town');
    expect(provider.requestsFor('place')).toHaveLength(1);
  });

  it('fails when the search fails, and is searched again by the next request', async () => {
    provider.searchFault = new ProviderError('quota', 'status 429', MINUTE);
    await expect(read()).rejects.toMatchObject({ code: 'quota', retryAfterMs: MINUTE });
    provider.searchFault = undefined;
    clock.advance(SECOND);

    expect(await read()).toBe('100 fresh');
  });

  it('ends in an error when the provider does not know the new place either', async () => {
    provider.dropped.add('town');

    await expect(read()).rejects.toMatchObject(UNKNOWN);
    expect(provider.requestsFor('conditions')).toEqual(['village', 'town']);
    expect(provider.requestsFor('place')).toHaveLength(2);
  });
});

describe('ProviderCache: another cell of a dropped place', () => {
  beforeEach(async () => {
    await placeKey();
    await placeKey(cache, NEXT_DOOR);
    dropPlace(VILLAGE, TOWN);
  });

  it.each([
    ['in the same process', () => cache],
    ['in another one', () => otherProcess],
  ])('needs no further search (%s)', async (_where, process) => {
    await read();
    expect(await read(process(), NEXT_DOOR)).toBe('100 fresh');
    expect(await placeKey(process(), NEXT_DOOR)).toBe('town');

    expect(provider.requestsFor('place')).toHaveLength(1);
  });

  it('needs a new search after a day', async () => {
    await read();
    clock.advance(DAY);
    expect(await read(cache, NEXT_DOOR)).toBe('100 fresh');

    expect(provider.requestsFor('place')).toEqual([HERE.centre, NEXT_DOOR.centre]);
  });
});

describe.each([
  ['the same place', VILLAGE],
  ['no place', null],
])('ProviderCache: a dropped place for which the search returns %s', (_what, named) => {
  beforeEach(async () => {
    await placeKey();
    dropPlace(VILLAGE, named);
  });

  it('is kept, and the unknown-place error is returned', async () => {
    await expect(read()).rejects.toMatchObject(UNKNOWN);

    expect(await placeKey()).toBe('village');
    expect(await placeKey(otherProcess)).toBe('village');
  });

  it('is not searched again that day by any process', async () => {
    await expect(read()).rejects.toMatchObject(UNKNOWN);
    clock.advance(DAY - MINUTE);
    await expect(read()).rejects.toMatchObject(UNKNOWN);
    await expect(read(otherProcess)).rejects.toMatchObject(UNKNOWN);

    expect(provider.requestsFor('place')).toHaveLength(1);
  });

  it('is searched again the next day and may resolve to a new place', async () => {
    await expect(read()).rejects.toMatchObject(UNKNOWN);
    provider.place = TOWN;
    clock.advance(DAY);

    expect(await read()).toBe('100 fresh');
    expect(provider.requestsFor('place')).toHaveLength(2);
  });

  it('causes at most one call in ten minutes', async () => {
    for (let i = 0; i < 5; i += 1) await expect(read()).rejects.toMatchObject(UNKNOWN);

    expect(provider.requestsFor('conditions')).toEqual(['village']);
  });

  it('serves again once the provider knows it again', async () => {
    await expect(read()).rejects.toMatchObject(UNKNOWN);
    provider.dropped.clear();
    await expect(read()).rejects.toMatchObject(UNKNOWN);
    clock.advance(10 * MINUTE);

    expect(await read()).toBe('100 fresh');
  });
});

describe('ProviderCache: cached conditions of a dropped place', () => {
  beforeEach(async () => {
    expect(await read()).toBe('9700 fresh');
    dropPlace(VILLAGE, TOWN);
  });

  it.each([
    ['stale', STALE],
    ['expired', EXPIRED],
  ])('hide the error (%s) while the place is replaced', async (freshness, ageMs) => {
    clock.advance(ageMs);
    expect(await read()).toBe(`9700 ${freshness}`);

    expect(await read()).toBe('100 fresh');
    expect(await placeKey()).toBe('town');
    expect(provider.requestsFor('place')).toHaveLength(1);
    expect(provider.requestsFor('conditions')).toEqual(['village', 'town']);
  });

  it.each([
    ['stale', STALE],
    ['expired', EXPIRED],
  ])('are served when the search fails (%s)', async (freshness, ageMs) => {
    clock.advance(ageMs);
    provider.searchFault = new ProviderError('network', 'ECONNRESET');

    expect(await read()).toBe(`9700 ${freshness}`);
    expect(await placeKey()).toBe('village');
  });

  it('are served without a refresh to a user without allowance', async () => {
    provider.requests.length = 0;
    refused.add('anna');
    clock.advance(STALE);

    expect(await read()).toBe('9700 stale');
    expect(provider.requests).toEqual([]);
  });

  it('are refreshed once, search included, at the expense of the user who was served', async () => {
    payers.length = 0;
    clock.advance(STALE);
    for (let i = 0; i < 20; i += 1) await readNow();
    await read();

    expect(provider.requests).toEqual([
      { operation: 'conditions', of: 'village', priority: 'refresh' },
      { operation: 'place', of: HERE.centre, priority: 'refresh' },
      { operation: 'conditions', of: 'town', priority: 'missing' },
    ]);
    expect(payers).toEqual(['anna', 'anna', 'anna']);
  });
});

describe('ProviderCache: cached conditions that several cells share', () => {
  beforeEach(async () => {
    expect(await read()).toBe('9700 fresh');
    await placeKey(cache, NEXT_DOOR);
    dropPlace(VILLAGE, TOWN);
    clock.advance(EXPIRED);
    expect(await read()).toBe('9700 expired');
  });

  it('are abandoned by the other cells without an extra call', async () => {
    expect(await read(cache, NEXT_DOOR)).toBe('100 fresh');

    expect(await placeKey(cache, NEXT_DOOR)).toBe('town');
    expect(provider.requestsFor('conditions')).toEqual(['village', 'town']);
    expect(provider.requestsFor('place')).toHaveLength(1);
  });

  it('are served while the new place is unavailable', async () => {
    provider.fault = new ProviderError('failing', 'status 500');
    expect(await read()).toBe('9700 expired');
    expect(await read(cache, NEXT_DOOR)).toBe('9700 expired');
  });

  it('are served to a user without allowance', async () => {
    refused.add('anna');
    expect(await read(cache, NEXT_DOOR)).toBe('9700 expired');
  });
});

describe('ProviderCache: a new place too far from another cell of the old place', () => {
  const FAR_AWAY = grid.cellAt({ latitude: 48.4712, longitude: 2.3011 });
  const NORTH: Place = { ...TOWN, position: { latitude: 49.1, longitude: 2.3 } };
  const SOUTH: Place = { ...TOWN, key: 'south', position: { latitude: 48.4, longitude: 2.3 } };

  it('is not used for that cell, which is searched on its own', async () => {
    await placeKey();
    await placeKey(cache, FAR_AWAY);
    dropPlace(VILLAGE, NORTH);
    await read();
    provider.place = SOUTH;
    await read(cache, FAR_AWAY);

    expect(await placeKey()).toBe('town');
    expect(await placeKey(cache, FAR_AWAY)).toBe('south');
    expect(provider.requestsFor('place')).toEqual([HERE.centre, FAR_AWAY.centre]);
  });
});

it('ProviderCache starts no search after a failure other than unknown-place', async () => {
  await placeKey();
  provider.requests.length = 0;
  provider.fault = new ProviderError('failing', 'status 500');

  await expect(read()).rejects.toMatchObject({ code: 'failing' });
  expect(provider.requestsFor('place')).toEqual([]);
  expect(await placeKey()).toBe('village');
});

describe('ProviderCache: each dataset', () => {
  const NAMES = ['conditions', 'hourly', 'daily', 'alerts'] as const;

  const readAll = (of: ProviderCache): Promise<unknown[]> =>
    Promise.all(
      NAMES.map(
        async (dataset) =>
          (await of.read({ dataset, cell: HERE, place: VILLAGE, caller: caller() })).entry.value,
      ),
    );

  it('is fetched on demand, once across all processes', async () => {
    const all = [DRIZZLE, RAINY_HOURS, RAINY_DAYS, NO_ALERTS];
    expect(await readAll(cache)).toEqual(all);
    expect(await readAll(otherProcess)).toEqual(all);

    expect(provider.requests.map(({ operation }) => operation)).toEqual(NAMES);
  });

  it('has its own freshness window', async () => {
    await readAll(cache);
    provider.requests.length = 0;
    clock.advance(20 * MINUTE);
    await readAll(cache);

    expect(provider.requests).toEqual([
      { operation: 'conditions', of: 'village', priority: 'expired' },
      { operation: 'alerts', of: 'village', priority: 'expired' },
    ]);
  });
});

describe('ProviderCache: a provider call', () => {
  it('is charged to the user who waits for it', async () => {
    await cache.findPlace(HERE, caller('anna'));
    await cache.read({ dataset: 'conditions', cell: HERE, place: VILLAGE, caller: caller('anna') });
    await otherProcess.findPlace(HERE, caller('ben'));
    await otherProcess.read({
      dataset: 'conditions',
      cell: HERE,
      place: VILLAGE,
      caller: caller('ben'),
    });

    expect(payers).toEqual(['anna', 'anna']);
  });

  it('is not made for a user without allowance', async () => {
    refused.add('anna');

    await expect(cache.findPlace(HERE, caller('anna'))).rejects.toThrow(NotAdmittedError);
    expect(provider.requests).toEqual([]);
  });

  it('is charged, and so is the search for a dropped place that follows', async () => {
    await placeKey();
    payers.length = 0;
    dropPlace(VILLAGE, null);
    await expect(read()).rejects.toMatchObject(UNKNOWN);

    expect(provider.requests.map(({ operation }) => operation)).toEqual(['conditions', 'place']);
    expect(payers).toEqual(['anna', 'anna']);
  });

  it('is charged to the user who was served the copy when it is a refresh', async () => {
    await read();
    clock.advance(STALE);
    payers.length = 0;
    await read();

    expect(provider.requests.at(-1)).toEqual({
      operation: 'conditions',
      of: 'village',
      priority: 'refresh',
    });
    expect(payers).toEqual(['anna']);
  });
});

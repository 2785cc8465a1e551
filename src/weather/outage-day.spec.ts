import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { UnlimitedBudget } from '@app/budget/unlimited-budget.js';
import type { Position } from '@app/cells/position.js';
import { SystemClock } from '@app/clock/system-clock.js';
import type { Demand } from '@app/load/demand.js';
import { CallGuard } from '@app/resilience/call-guard.js';
import { GuardEvents } from '@app/resilience/guard-events.js';
import type { Conditions } from './datasets/conditions/conditions.js';
import type { DatasetName, Datasets } from './datasets/registry.js';
import { ProviderError } from './providers/provider.error.js';
import { WeatherUnavailableError } from './errors/weather-unavailable.error.js';
import type { Place } from './places/place.js';
import { FakeWeatherProvider } from './testing/fake-weather-provider.js';
import { VILLAGE } from './testing/weather.fixtures.js';
import { FAILURE_POLICY } from './providers/upstream/failure-policy.js';
import type { Provided } from './providers/weather-provider.js';
import type { Reading } from './reading.js';
import { createWeatherService } from './testing/create-weather-service.js';
import type { WeatherService } from './weather.service.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The places are read in groups, one after the other, each larger than what the provider is asked at once. */
const [PLACES, GROUPS] = process.env['TEST_FULL'] ? [10_000, 30] : [1_000, 12];
/** Duration of each round, in which every place is read: 24 hours in total. */
const ROUNDS_MIN = [5, 5, 5, 15, 60, 60, 60, 60, 90, 20, 1060];
/** Per provider operation. */
const MAX_CONCURRENT_CALLS = 64;
const CALL_TAKES_MS = 100;

/** Conditions: 10 minutes fresh, 5 more stale while refreshing, 6 hours more while the provider fails. */
const FRESH_FOR_MS = 10 * MINUTE;
const STALE_FOR_MS = 5 * MINUTE;
const LIVES_MS = FRESH_FOR_MS + STALE_FOR_MS + 6 * HOUR;

/** A provider behind a real guard. Each cell is its own place, and calls take time. */
class GuardedProvider extends FakeWeatherProvider {
  calls = 0;
  maxConcurrentCalls = 0;
  private runningCalls = 0;
  private pending: Promise<unknown> | undefined;
  private readonly guard = new CallGuard({
    name: this.descriptor.name,
    failurePolicy: FAILURE_POLICY,
    budget: new UnlimitedBudget(),
    basicOperations: new Set(),
    cooldownStore: undefined,
    clock: new SystemClock(),
    events: new GuardEvents(),
    random: () => 0.5,
  });

  override async findPlace(position: Position): Promise<Provided<Place>> {
    const key = `${position.latitude},${position.longitude}`;
    return { value: { ...VILLAGE, key, position }, expiresInMs: undefined };
  }

  override fetch<D extends DatasetName>(
    dataset: D,
    place: Place,
    demand: Demand,
  ): Promise<Provided<Datasets[D]>> {
    return this.guard.run({ operation: dataset, item: place.key, ...demand }, async () => {
      this.calls += 1;
      this.runningCalls += 1;
      this.maxConcurrentCalls = Math.max(this.maxConcurrentCalls, this.runningCalls);
      try {
        await this.answered();
        return await super.fetch(dataset, place, { priority: demand.priority });
      } finally {
        this.runningCalls -= 1;
      }
    });
  }

  /** One timer for concurrent calls, because each fake timer is slow. */
  private answered(): Promise<unknown> {
    this.pending ??= new Promise((resolve) => setTimeout(resolve, CALL_TAKES_MS)).finally(
      () => (this.pending = undefined),
    );
    return this.pending;
  }
}

/** The freshness of the served record, or `refused`. */
type Served = Reading<Conditions>['freshness'] | 'refused';

let provider: GuardedProvider;
let weather: WeatherService;

beforeAll(() => {
  jest.useFakeTimers({ now: Date.UTC(2026, 0, 1), doNotFake: ['performance'] });
  provider = new GuardedProvider();
  weather = createWeatherService([provider], { clock: new SystemClock(), maxEntries: 2 * PLACES });
});
afterAll(() => void jest.useRealTimers());

/** A position whose cell, and so whose place, is its own. */
const positionOf = (place: number): Position => ({
  latitude: 40.005 + Math.floor(place / 100) * 0.01,
  longitude: 0.005 + (place % 100) * 0.01,
});

async function readPlace(place: number): Promise<Served> {
  try {
    return (await weather.read('conditions', positionOf(place), 'anna')).freshness;
  } catch (error) {
    if (!(error instanceof WeatherUnavailableError)) throw error;
    return 'refused';
  }
}

/** Reads all places concurrently, then advances the time. */
async function readAll(places: readonly number[], passMs: number): Promise<Served[]> {
  const answers = Promise.all(places.map(readPlace));
  await jest.advanceTimersByTimeAsync(passMs);
  return answers;
}

const ALL = Array.from({ length: PLACES }, (_, place) => place);
const groupOf = (group: number): number[] => ALL.filter((place) => place % GROUPS === group);

/** The expected result for a cached record of this age while the provider is down. */
function atAge(ms: number): Served {
  if (ms < FRESH_FOR_MS) return 'fresh';
  if (ms < FRESH_FOR_MS + STALE_FOR_MS) return 'stale';
  return ms < LIVES_MS ? 'expired' : 'refused';
}

describe(`WeatherService during a 24-hour provider outage, with ${PLACES} cached places`, () => {
  const loadedAtMs: number[] = [];

  it('starts with every place fresh', async () => {
    for (let group = 0; group < GROUPS; group += 1) {
      loadedAtMs.push(Date.now());
      expect(new Set(await readAll(groupOf(group), 9 * SECOND))).toEqual(new Set(['fresh']));
    }
    expect(provider.calls).toBe(PLACES);
  });

  it('serves every place until its record is too old, and marks stale records', async () => {
    provider.fault = new ProviderError('network', 'ECONNREFUSED');
    const seen = new Set<Served>();
    for (const roundMin of ROUNDS_MIN) {
      for (const [group, loadedMs] of loadedAtMs.entries()) {
        const wanted = atAge(Date.now() - loadedMs);
        const got = new Set(await readAll(groupOf(group), (roundMin * MINUTE) / GROUPS));
        expect(got).toEqual(new Set([wanted]));
        seen.add(wanted);
      }
    }
    expect(seen).toEqual(new Set(['fresh', 'stale', 'expired', 'refused']));
  });

  it('recovers with one call per place, without exceeding the usual concurrency', async () => {
    provider.fault = undefined;
    provider.calls = 0;
    provider.maxConcurrentCalls = 0;
    const burst = await readAll(ALL, MINUTE);
    const refused = ALL.filter((place) => burst[place] !== 'fresh');
    expect(refused.length).toBeLessThan(PLACES);
    for (let group = 0; group < GROUPS; group += 1) {
      const again = refused.filter((place) => place % GROUPS === group);
      expect(new Set(await readAll(again, MINUTE))).toEqual(new Set(['fresh']));
    }
    expect(provider.calls).toBe(PLACES);
    expect(provider.maxConcurrentCalls).toBe(MAX_CONCURRENT_CALLS);
  });
});

import { expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import { FakeSharedStore } from '@app/read-through/testing/fake-shared-store.js';
import { FakeWeatherProvider } from '../testing/fake-weather-provider.js';
import { Caches } from './caches.js';
import { FreshnessPolicy } from './freshness-policy.js';

const MAX_ENTRIES = 32;
const WINDOW = { freshForMs: 600_000, revalidateForMs: 0, errorForMs: 0 };

it('a pod keeps fewer of the larger records, so that its memory is bounded whatever is asked', async () => {
  const clock = new FakeClock();
  const provider = new FakeWeatherProvider();
  const store = new FakeSharedStore(clock);
  const caches = new Caches(
    {
      store,
      placeStore: store,
      clock,
      events: new ReadThroughEvents(),
      maxEntries: MAX_ENTRIES,
      random: () => 0.5,
    },
    provider.descriptor,
    new FreshnessPolicy({}),
  );
  const { conditions, hourly, daily } = provider.records;
  for (let number = 0; number < 2 * MAX_ENTRIES; number += 1) {
    const key = `key-${number}`;
    await caches.datasets.conditions.replace(key, { value: conditions, window: WINDOW });
    await caches.datasets.hourly.replace(key, { value: hourly, window: WINDOW });
    await caches.datasets.daily.replace(key, { value: daily, window: WINDOW });
  }

  expect(caches.sizes()).toMatchObject({ conditions: 32, hourly: 6, daily: 2 });
});
